import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { openBrowser } from './open-browser.ts';
import { type PlaygroundPeople, playgroundConfig } from './playground-config.ts';

export interface PlaygroundOptions extends PlaygroundPeople {
  /** The bot's messages endpoint. */
  readonly botUrl: string;
  /** Where configuration and log of this run are written; made if it is not there. */
  readonly directory: string;
  /** Its page; another port is taken if this one is in use. */
  readonly port?: number;
  /** Opens the page in a browser, where there is a desktop. */
  readonly open: boolean;
  /** The environment that the Playground and the browser are started in. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Playground {
  /** Address of its page. */
  readonly url: string;
  /** Ends it; resolves when it is gone. */
  stop(): Promise<void>;
}

/** The Playground could not be started; the message says what to do. */
export class NoPlayground extends Error {
  override readonly name = 'NoPlayground';
}

/**
 * Starts Microsoft 365 Agents Playground, the chat client of the local run, as a child process that ends with this one.
 * It waits for the bot and sends it an installation when its page is opened. It listens on all network interfaces, which
 * it has no option to change; it holds no data but what is typed into it. Throws `NoPlayground`.
 */
export async function launchPlayground(options: PlaygroundOptions): Promise<Playground> {
  mkdirSync(options.directory, { recursive: true });
  const configFile = join(options.directory, 'playground.yml');
  writeFileSync(configFile, playgroundConfig(options));
  const child = spawn(process.execPath, [findProgram(), ...argumentsFor(options)], {
    cwd: options.directory,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...options.environment,
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(options.directory, 'playground.log'),
    },
  });
  const end = () => child.kill();
  process.once('exit', end);
  const url = `http://127.0.0.1:${await readPort(child)}`;
  if (options.open) openBrowser(url, options.environment);
  return {
    url,
    stop: () => {
      process.removeListener('exit', end);
      return stopChild(child);
    },
  };
}

const usualPort = 56150;

function argumentsFor({ botUrl, port = usualPort }: PlaygroundOptions): readonly string[] {
  return ['start', '-e', botUrl, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
}

function findProgram(): string {
  try {
    const require = createRequire(import.meta.url);
    return join(require.resolve('@microsoft/m365agentsplayground/package.json'), '..', 'cli.js');
  } catch {
    throw new NoPlayground('Microsoft 365 Agents Playground is not installed: run npm ci (without --omit=dev).');
  }
}

/** How long it may take to say where it listens, in ms. */
const startLimit = 60_000;

function readPort(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string) => {
      clearTimeout(timer);
      child.kill();
      reject(
        new NoPlayground(
          `Microsoft 365 Agents Playground did not start (${why}). Its last words: ${said.slice(-300).trim()}`,
        ),
      );
    };
    const timer = setTimeout(() => fail('it took longer than a minute'), startLimit);
    const listen = (chunk: Buffer) => {
      // Both streams are read to their end, so that it never waits for a reader.
      if (said.length < 10_000) said += chunk.toString();
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(port);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`it ended with code ${code}`));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill();
  });
}
