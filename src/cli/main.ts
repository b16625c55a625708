import { enableCompileCache } from 'node:module';

// Keeps compiled source in the temporary folder, so that the next start need not compile it again.
enableCompileCache();

const { runCommand } = await import('./run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2), process);
