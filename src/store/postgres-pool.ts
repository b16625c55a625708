import pg from 'pg';
import { hasArrived, isPassing, NotConnected, troubleOf } from './postgres-trouble.ts';
import { Slots } from './slots.ts';

/** A call begins no further attempt after this long, counted from its turn: waiting for others is no trouble of the database. */
const patienceMs = 3000;
const connectMs = 1500;
const queryMs = 4000;
const pauseMs = 50;
/** Once a call has found the database away, those that waited behind it for so long are told so without an attempt. */
const awayMs = 500;

/** A pool that outlives its connections: a call that meets a dead one is run again on a new one. */
export class PostgresPool {
  readonly #pool: pg.Pool;
  readonly #settings: pg.ClientConfig;
  /** As many calls as there are connections; the others wait in order. */
  readonly #slots: Slots;
  /** Why and when the last call waited in vain: until one succeeds, a call makes one attempt only, so that a turn is answered soon. */
  #away: { readonly reason: unknown; readonly at: number } | undefined;

  constructor(url: string, connections = 10) {
    this.#slots = new Slots(connections);
    this.#settings = { connectionString: url, keepAlive: true, application_name: 'can-i-post' };
    this.#pool = new pg.Pool({
      ...this.#settings,
      max: connections,
      connectionTimeoutMillis: connectMs,
      query_timeout: queryMs,
      statement_timeout: queryMs,
    });
    // A connection that breaks says so to the call that uses it, and the pool drops it. Unheard, the same error as an
    // event would end the process.
    this.#pool.on('error', () => undefined);
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Runs a statement that may safely be run twice. */
  query(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    return this.patiently(() => this.once(statement));
  }

  /**
   * Attempts until one succeeds, fails for good, or patience ends. `sent` is true once an attempt was lost on the way, so
   * that it may have been done. What the engine says comes out as `StoreUnavailable` where it is about the engine.
   */
  async patiently<T>(attempt: (sent: boolean) => Promise<T>): Promise<T> {
    const waited = await this.#slots.take();
    try {
      if (waited && this.#away && performance.now() < this.#away.at + awayMs) throw this.#away.reason;
      return await this.#insist(attempt);
    } finally {
      this.#slots.give();
    }
  }

  async #insist<T>(attempt: (sent: boolean) => Promise<T>): Promise<T> {
    const until = performance.now() + (this.#away ? 0 : patienceMs);
    let sent = false;
    for (;;) {
      try {
        const result = await attempt(sent);
        this.#away = undefined;
        return result;
      } catch (error) {
        sent ||= hasArrived(error);
        if (!isPassing(error)) throw troubleOf(error, sent);
        if (performance.now() > until) {
          this.#away = { reason: troubleOf(error, false), at: performance.now() };
          throw troubleOf(error, sent);
        }
      }
      await pause();
    }
  }

  /** One attempt. A connection that only refused a statement goes back to the pool, a lost one does not. */
  async once(statement: pg.QueryConfig): Promise<pg.QueryResult> {
    const client = await this.#connect();
    try {
      const result = await client.query(statement);
      client.release();
      return result;
    } catch (error) {
      client.release(hasArrived(error));
      throw error;
    }
  }

  /**
   * Runs `use` on a connection of its own that waits as long as it takes: for migrations, and for what goes through all
   * rows. Throws as `patiently` does.
   */
  async slowly<T>(use: (client: pg.Client) => Promise<T>): Promise<T> {
    return this.patiently(async () => {
      const client = new pg.Client({ ...this.#settings, connectionTimeoutMillis: connectMs });
      client.on('error', () => undefined);
      await client.connect().catch((error) => {
        throw new NotConnected(error);
      });
      try {
        return await use(client);
      } finally {
        await client.end().catch(() => undefined);
      }
    });
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw new NotConnected(error);
    }
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}
