import { PassThrough } from 'node:stream';
import { runCommand } from '../../src/cli/run-command.ts';

/** What a command line prints and its exit code, in this process. */
export async function call(args: readonly string[], input = '') {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  stdin.end(input);
  const code = await runCommand(args, { stdin, stdout, stderr });
  return { code, out: String(stdout.read() ?? ''), err: String(stderr.read() ?? '') };
}
