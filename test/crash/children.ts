import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
const [startMs, endMs] = [120_000, 20_000];

export interface Child {
  readonly process: ChildProcess;
  /** The first line that it has said. */
  readonly said: string;
  /** What it has said on standard error. */
  complaints(): string;
  /** Rejects once it has ended. */
  readonly gone: Promise<never>;
  /** Asks it to end (SIGTERM) and waits; kills it if it takes too long. */
  end(): Promise<void>;
}

/**
 * Starts a program of ours and waits for its first line. It is told by IPC when this process goes away, and ends then
 * (`end-with-parent.ts`); `killChildren`, in an `afterEach`, ends what a test has left behind, whatever made it fail.
 */
export async function startChild(
  file: string,
  { args = [], flags = [], env = {} }: { args?: string[]; flags?: string[]; env?: NodeJS.ProcessEnv },
): Promise<Child> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', ...flags, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH, HOME, ...env },
  });
  running.add(child);
  let complaints = '';
  child.stderr?.on('data', (data: Buffer) => {
    if (complaints.length < 10_000) complaints += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  void ended.then(() => running.delete(child));
  const gone = ended.then((code) => {
    throw new Error(`a child process has ended with ${code}: ${complaints}`);
  });
  gone.catch(() => undefined);
  const said = await Promise.race([firstLine(child), gone]);
  return {
    ...{ process: child, said, complaints: () => complaints, gone },
    async end() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), endMs);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** Kills every program that is still running. */
export function killChildren(): void {
  for (const child of running) child.kill('SIGKILL');
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), startMs);
    child.once('exit', () => clearTimeout(timer));
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      if (said.includes('\n')) return;
      said += data.toString();
      if (!said.includes('\n')) return;
      clearTimeout(timer);
      resolve(said);
    });
  });
}
