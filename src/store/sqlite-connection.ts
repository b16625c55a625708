import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { StoreRefused, StoreUnavailable, type Trouble } from './store-error.ts';

/** How long a call waits inside SQLite for another program's lock; the event loop stands still meanwhile. */
const lockWaitMs = 10;

/**
 * One connection that mends itself: after an error of the disk it is closed, and the next call opens it anew.
 * WAL with synchronous=FULL: one fsync a commit, and it is durable when COMMIT returns.
 */
export class SqliteConnection {
  readonly file: string;
  #database: DatabaseSync | undefined;
  #opened = false;
  #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.file = file;
    this.run((database) => database);
  }

  /** Runs `use`; engine errors come out as `StoreUnavailable` or `StoreRefused`, other errors as they are. */
  run<T>(use: (database: DatabaseSync) => T): T {
    try {
      this.#database ??= this.#open();
      return use(this.#database);
    } catch (error) {
      const code = sqliteCode(error);
      if (code === undefined) throw error;
      if (code === notADatabase) throw new StoreRefused(`${this.file} is not a store, or it is damaged.`);
      const trouble = troubles[code] ?? 'failing';
      if (trouble !== 'locked' && this.file !== ':memory:') this.close();
      throw new StoreUnavailable(trouble, `sqlite ${code}`);
    }
  }

  /** A prepared statement, kept as long as the connection. To be called inside `run`. */
  statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = (this.#database as DatabaseSync).prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Made new at the start only: a file that has gone away under a running service is not replaced by an empty one. */
  #open(): DatabaseSync {
    if (this.#opened && !existsSync(this.file)) throw new StoreUnavailable('failing', 'file is gone');
    const database = open(this.file);
    this.#opened = true;
    return database;
  }

  close(): void {
    this.#statements.clear();
    const database = this.#database;
    this.#database = undefined;
    try {
      database?.close();
    } catch {
      // A connection that broke may fail to close; there is nothing left to save in it.
    }
  }
}

/** SQLite's primary result code (https://sqlite.org/rescode.html), if the error is the engine's. */
export function sqliteCode(error: unknown): number | undefined {
  const { code, errcode } = error as { code?: string; errcode?: number };
  return code === 'ERR_SQLITE_ERROR' && errcode !== undefined ? errcode & 0xff : undefined;
}

const notADatabase = 26;
const troubles: Record<number, Trouble> = { 5: 'locked', 6: 'locked', 8: 'read-only', 13: 'full', 14: 'failing' };

function open(file: string): DatabaseSync {
  if (file !== ':memory:') makeOwnersOnly(file);
  const database = new DatabaseSync(file, { timeout: lockWaitMs, enableForeignKeyConstraints: true });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = FAST;');
  return database;
}

/** SQLite gives its log files the mode of the database. */
function makeOwnersOnly(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StoreUnavailable('full', code);
    throw new StoreUnavailable(
      code === 'EROFS' || code === 'EACCES' || code === 'EPERM' ? 'read-only' : 'failing',
      code,
    );
  }
}
