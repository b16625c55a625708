import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

export interface Child {
  readonly process: ChildProcess;
  readonly port: number;
  /** From being started to its first word that it listens, in ms. */
  readonly startMs: number;
  /** Resident memory in MB. */
  residentMb(): number;
  /** Processor time used so far in ms, in steps of 10; NaN where /proc is not there. Unlike the clock it does not count waiting. */
  cpuMs(): number;
  stop(): Promise<void>;
}

/** Starts a program that says where it listens: `pattern` finds the port in what it prints. */
export function startChild(
  file: string,
  pattern = /listening (\d+)/,
  environment: Record<string, string> = {},
  args: string[] = [],
  listen: (said: string) => void = () => {},
): Promise<Child> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--no-warnings', file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}: ${said}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        if (said.length < 10_000) said += chunk.toString();
        const port = Number(pattern.exec(said)?.[1]);
        listen(said);
        if (port > 0) resolve(describe(child, port, performance.now() - started));
      });
  });
}

function describe(child: ChildProcess, port: number, startMs: number): Child {
  return {
    process: child,
    port,
    startMs,
    residentMb: () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024,
    cpuMs: () => {
      const file = `/proc/${child.pid}/stat`;
      if (!existsSync(file)) return Number.NaN;
      const [, fields = ''] = readFileSync(file, 'utf8').split(') ');
      const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
      return (user + system) * 10;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGINT');
      }),
  };
}
