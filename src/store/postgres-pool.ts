import pg from 'pg';
import { StoreUnavailable, type Trouble } from './store-error.ts';

/** Teams wants an answer within 5 s: a call gives up after this long, attempts on new connections included. */
const patienceMs = 3500;
const connectMs = 2000;
const queryMs = 3000;
const pauseMs = 100;

/** A pool that outlives its connections: a call that meets a dead one is run again on a new one. */
export class PostgresPool {
  readonly #pool: pg.Pool;

  constructor(url: string, connections = 10) {
    this.#pool = new pg.Pool({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: connectMs,
      query_timeout: queryMs,
      statement_timeout: queryMs,
      keepAlive: true,
      application_name: 'can-i-post',
    });
    // An idle connection that breaks is dropped by the pool; the next call opens another.
    this.#pool.on('error', () => undefined);
  }

  /**
   * Runs one statement; `again` is called before a further attempt and may answer in its place (after a commit of which
   * nobody knows whether it came through).
   */
  async query(sql: pg.QueryConfig, again?: () => Promise<pg.QueryResult | undefined>): Promise<pg.QueryResult> {
    const until = performance.now() + patienceMs;
    for (let first = true; ; first = false) {
      try {
        return (first ? undefined : await again?.()) ?? (await this.#pool.query(sql));
      } catch (error) {
        if (!passes(error)) throw describe(error, false);
        if (performance.now() > until) throw describe(error, again !== undefined && !refusedBefore(error));
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  /** Runs `use` on one connection, without further attempts. */
  async withClient<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    let client: pg.PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw describe(error, false);
    }
    try {
      const result = await use(client);
      client.release();
      return result;
    } catch (error) {
      client.release(true);
      throw describe(error, false);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}

/** The SQLSTATE or the system's error name; words of the server may quote values and are never kept. */
export function postgresCode(error: unknown): string {
  return String((error as { code?: unknown }).code ?? 'connection');
}

const lostConnection = /^(08|57P0[1-5]|connection$|E[A-Z]+$)/;
const rolledBack = /^(40001|40P01|55P03)/;

/** True if another attempt may succeed at once: the connection went away, or the server undid the statement. */
function passes(error: unknown): boolean {
  return error instanceof Error && (lostConnection.test(postgresCode(error)) || rolledBack.test(postgresCode(error)));
}

/** True if the statement cannot have reached a server that would run it. */
function refusedBefore(error: unknown): boolean {
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|57P03|40001|40P01|55P03)/.test(postgresCode(error));
}

const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [lostConnection, 'disconnected'],
  [/^53100/, 'full'],
  [/^25006/, 'read-only'],
  [rolledBack, 'locked'],
  [/^(28|3D000|53300)/, 'disconnected'],
  [/^(53|54|57|58|XX)/, 'failing'],
];

function describe(error: unknown, uncertain: boolean): unknown {
  if (error instanceof StoreUnavailable || !(error instanceof Error)) return error;
  const code = postgresCode(error);
  const trouble = troubles.find(([pattern]) => pattern.test(code))?.[1];
  return trouble === undefined ? error : new StoreUnavailable(trouble, code, uncertain);
}
