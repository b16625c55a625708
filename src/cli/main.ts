import type { Command } from './command.ts';

/** The commands, one file each. A line here is all that registers one. */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  ask: () => import('./ask.ts'),
  eval: () => import('./eval.ts'),
  'eval-questions': () => import('./eval-questions.ts'),
  policy: () => import('./policy-check.ts'),
  audit: () => import('./audit.ts'),
  check: () => import('./check.ts'),
  doctor: () => import('./doctor.ts'),
  'eval-messages': () => import('./eval-messages.ts'),
  'eval-drafts': () => import('./eval-drafts.ts'),
  'eval-people': () => import('./eval-people.ts'),
  gaps: () => import('./gaps.ts'),
  interpret: () => import('./interpret.ts'),
  process: () => import('./process.ts'),
  rules: () => import('./rules.ts'),
  store: () => import('./store.ts'),
};

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  const load = name === undefined ? undefined : commands[name];
  if (load === undefined) return listCommands(name);
  const { command } = await load();
  if (args.includes('--help')) {
    process.stdout.write(`${command.summary}\n\n${command.help}\n`);
    return 0;
  }
  return command.run(args, process);
}

async function listCommands(name: string | undefined): Promise<number> {
  const known = name === undefined || name === '--help' || name === 'help';
  const out = known ? process.stdout : process.stderr;
  if (!known) out.write(`There is no command "${name}".\n\n`);
  out.write('npm run cli -- <command> [--help]\n\n');
  for (const [key, load] of Object.entries(commands))
    out.write(`  ${key.padEnd(12)} ${(await load()).command.summary}\n`);
  return known ? 0 : 2;
}

process.exitCode = await main();
