import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { type RowChange, UnknownKey } from './backend.ts';
import { type SqliteConnection, sqliteCode } from './sqlite-connection.ts';
import { Conflict } from './store.ts';
import { StoreUnavailable } from './store-error.ts';

interface Job {
  readonly changes: readonly RowChange[];
  readonly resolve: (newestKey: number) => void;
  readonly reject: (error: unknown) => void;
}

/** Commits waiting together share one transaction and one fsync; at most so many, to keep the event loop's pauses short. */
const batchSize = 200;
/** How long a commit waits for another program's lock before it gives up. Teams wants an answer within 5 s. */
const patienceMs = 3000;
const pauseMs = 25;

/** The one writer of a SQLite file in this process. A commit resolves after the fsync of its batch. */
export class SqliteCommits {
  readonly #connection: SqliteConnection;
  #queue: Job[] = [];
  #running = false;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  commit(changes: readonly RowChange[]): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ changes, resolve, reject });
      if (this.#running) return;
      this.#running = true;
      setImmediate(() => void this.#drain());
    });
  }

  /** Resolves when nothing waits any more. */
  async settle(): Promise<void> {
    while (this.#running) await new Promise(setImmediate);
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, batchSize);
      try {
        const settled = await patiently(() => this.#connection.run((database) => this.#write(database, batch)));
        for (const settle of settled) settle();
      } catch (error) {
        for (const job of batch) job.reject(error);
      }
      await new Promise(setImmediate);
    }
    this.#running = false;
  }

  /** One transaction; a commit that cannot be is undone alone. Gives what to tell each caller once it is durable. */
  #write(database: DatabaseSync, batch: readonly Job[]): (() => void)[] {
    this.#connection.statement('BEGIN IMMEDIATE').run();
    try {
      const newest = Number(this.#connection.statement('SELECT max(id) AS id FROM data_key').get()?.id ?? 0);
      const settled = batch.map((job) => this.#apply(job, newest, database));
      this.#close(database);
      return settled;
    } catch (error) {
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }

  /** If the disk fails while a commit is being written, it may be found in the log when the file is opened anew. */
  #close(database: DatabaseSync): void {
    try {
      this.#connection.statement('COMMIT').run();
    } catch (error) {
      if (sqliteCode(error) !== ioError) throw error;
      if (database.isTransaction) database.exec('ROLLBACK');
      this.#connection.close();
      throw new StoreUnavailable('failing', `sqlite ${ioError}`, true);
    }
  }

  #apply(job: Job, newest: number, database: DatabaseSync): () => void {
    this.#connection.statement('SAVEPOINT job').run();
    try {
      for (const change of job.changes) this.#applyChange(change);
      this.#connection.statement('RELEASE job').run();
      return () => job.resolve(newest);
    } catch (error) {
      if (!(error instanceof Conflict) && !(error instanceof UnknownKey)) throw error;
      database.exec('ROLLBACK TO job; RELEASE job');
      return () => job.reject(error);
    }
  }

  #applyChange(change: RowChange): void {
    const [sql, values] = 'remove' in change ? removal(change.remove) : placing(change.put);
    try {
      if (this.#connection.statement(sql).run(...values).changes === 1) return;
    } catch (error) {
      if (sqliteCode(error) === constraintFailed) throw new UnknownKey();
      throw error;
    }
    throw new Conflict();
  }
}

const ioError = 10;
const constraintFailed = 19;

function removal(remove: { kind: string; id: string; version: number }): [string, SQLInputValue[]] {
  return ['DELETE FROM record WHERE kind = ? AND id = ? AND version = ?', [remove.kind, remove.id, remove.version]];
}

function placing(row: Extract<RowChange, { put: unknown }>['put']): [string, SQLInputValue[]] {
  const fields = [row.status, row.due ?? '~', JSON.stringify(row.hashes), row.keyId, row.sealed];
  if (row.version > 1)
    return [
      `UPDATE record SET version = version + 1, status = ?, due = ?, hashes = ?, key_id = ?, sealed = ?
       WHERE kind = ? AND id = ? AND version = ?`,
      [...fields, row.kind, row.id, row.version - 1],
    ];
  return [
    `INSERT INTO record (status, due, hashes, key_id, sealed, kind, id, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)
     ON CONFLICT (kind, id) DO NOTHING`,
    [...fields, row.kind, row.id],
  ];
}

/** Tries again while the file is locked, letting the event loop run in between. */
export async function patiently<T>(attempt: () => T): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      const locked = error instanceof StoreUnavailable && error.trouble === 'locked';
      if (!locked || performance.now() > until) throw error;
    }
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pauseMs));
}
