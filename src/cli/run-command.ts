import type { Command, Terminal } from './command.ts';

/** The commands, one file each, loaded when called. A line here is all that registers one. */
export const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  ask: () => import('./ask.ts'),
  check: () => import('./check.ts'),
  interpret: () => import('./interpret.ts'),
  doctor: () => import('./doctor.ts'),
  policy: () => import('./policy-check.ts'),
  rules: () => import('./rules.ts'),
  process: () => import('./process.ts'),
  gaps: () => import('./gaps.ts'),
  store: () => import('./store.ts'),
  package: () => import('./package.ts'),
  audit: () => import('./audit.ts'),
  dpia: () => import('./dpia.ts'),
  eval: () => import('./eval.ts'),
  'eval-questions': () => import('./eval-questions.ts'),
  'eval-messages': () => import('./eval-messages.ts'),
  'eval-drafts': () => import('./eval-drafts.ts'),
  'eval-people': () => import('./eval-people.ts'),
};

/** Errors whose message is written for whoever typed the command. */
const sentences = new Set(['BrokenPolicyFile', 'BadConfig', 'StoreRefused', 'StoreUnavailable']);

/** Runs what stands behind `npm run cli --`. Resolves to the exit code: 0 done, 1 something is wrong, 2 a wrong call. */
export async function runCommand([name, ...args]: readonly string[], terminal: Terminal): Promise<number> {
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) return listCommands(name, terminal);
  const { command } = await load();
  return runLoaded(command, args, terminal);
}

/** Runs one command; an error that is written for its reader becomes a sentence and exit code 1. */
export async function runLoaded(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.includes('--help')) {
    terminal.stdout.write(`${command.summary}\n\n${command.help}\n`);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    terminal.stderr.write(`${sentence}\n`);
    return 1;
  }
}

/** What to tell of an error that is not ours; null for our own mistakes, which keep their stack. */
function sentenceOf(error: unknown): string | null {
  const { name, message, code, path } = Object(error) as Partial<NodeJS.ErrnoException>;
  if (sentences.has(name ?? '')) return message ?? null;
  return code === 'ENOENT' && path !== undefined ? `There is no file "${path}".` : null;
}

async function listCommands(name: string | undefined, { stdout, stderr }: Terminal): Promise<number> {
  const known = name === undefined || name === '--help' || name === 'help';
  const out = known ? stdout : stderr;
  if (!known) out.write(`There is no command "${name}".\n\n`);
  out.write('npm run cli -- <command> [--help]\n\n');
  for (const [key, load] of Object.entries(commands))
    out.write(`  ${key.padEnd(14)} ${(await load()).command.summary}\n`);
  return known ? 0 : 2;
}
