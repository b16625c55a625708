import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const startLimit = 120_000;

/** The program as `npm start` runs it, with the Playground, on free ports and a data folder of its own. */
export interface Product {
  readonly chatUrl: string;
  readonly botUrl: string;
  readonly dataFolder: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does; resolves to the exit code. */
  stop(options?: { readonly keepData: boolean }): Promise<number | null>;
}

/** Starts the product and waits until its chat client answers. */
export async function startProduct(environment: Readonly<Record<string, string>> = {}): Promise<Product> {
  const dataFolder = environment.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'can-i-post-'));
  const [port, chatPort] = [await freePort(), await freePort()];
  const run = runProgram({ PORT: `${port}`, CHAT_PORT: `${chatPort}`, DATA_DIR: dataFolder, ...environment });
  const chatUrl = `http://127.0.0.1:${chatPort}`;
  await waitUntil(async () => (await fetch(chatUrl)).ok, run);
  return {
    chatUrl,
    botUrl: `http://127.0.0.1:${port}/api/messages`,
    dataFolder,
    output: run.output,
    async stop({ keepData } = { keepData: false }) {
      run.child.kill('SIGINT');
      const code = await run.ended;
      if (!keepData) rmSync(dataFolder, { recursive: true, force: true });
      return code;
    },
  };
}

export interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

/** Runs `src/index.ts --no-open` with an environment that has nothing of this one's settings. */
export function runProgram(environment: Readonly<Record<string, string>>): Run {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, ['--no-warnings', 'src/index.ts', '--no-open'], {
    cwd: root,
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, output: () => said };
}

async function waitUntil(good: () => Promise<boolean>, { child, output }: Run): Promise<void> {
  const limit = Date.now() + startLimit;
  while (!(await good().catch(() => false))) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}: ${output()}`);
    if (Date.now() > limit) throw new Error(`it did not start within ${startLimit} ms: ${output()}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
