import { statSync } from 'node:fs';
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Backend, BackendStatus, Row, RowChange, RowQuery, WrappedKey } from './backend.ts';
import type { Keyring } from './keyring.ts';
import { assertSqliteSchema, migrateSqlite } from './migrate-sqlite.ts';
import { openSealedStore } from './sealed-store.ts';
import { patiently, SqliteCommits } from './sqlite-commits.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { selectRows, toRow } from './sqlite-rows.ts';
import type { Store } from './store.ts';

/**
 * Opens, and makes if need be, the store in a file or (`:memory:`) in memory. Throws `StoreRefused` for a wrong key, a
 * newer schema or a file that is no store, `StoreUnavailable` if the disk does not let it.
 */
export async function openSqliteStore(file: string, keyring: Keyring): Promise<Store> {
  return openSealedStore(await openSqliteBackend(file), keyring);
}

export function openSqliteBackend(file: string): Promise<SqliteBackend> {
  return open(file, migrateSqlite);
}

/** As `openSqliteBackend`, but a store that is not there is refused instead of made, and an older schema stays as it is. */
export function lookIntoSqlite(file: string): Promise<SqliteBackend> {
  return open(file, (database) => assertSqliteSchema(database, file));
}

async function open(file: string, prepare: (database: DatabaseSync) => void): Promise<SqliteBackend> {
  const connection = new SqliteConnection(file);
  try {
    await patiently(() => connection.run(prepare));
  } catch (error) {
    connection.close();
    throw error;
  }
  return new SqliteBackend(connection);
}

export class SqliteBackend implements Backend {
  readonly place: string;
  readonly connection: SqliteConnection;
  readonly #commits: SqliteCommits;

  constructor(connection: SqliteConnection) {
    this.connection = connection;
    this.place = connection.file;
    this.#commits = new SqliteCommits(connection);
  }

  async read(kind: string, id: string): Promise<Row | undefined> {
    return (await this.#rows('SELECT * FROM record WHERE kind = ? AND id = ?', [kind, id]))[0];
  }

  async list(query: RowQuery): Promise<readonly Row[]> {
    const { sql, values } = selectRows(query);
    return this.#rows(sql, values);
  }

  commit(changes: readonly RowChange[]): Promise<number> {
    return this.#commits.commit(changes);
  }

  reseal(rows: readonly Row[]): Promise<number> {
    const sql = `UPDATE record SET key_id = ?1, sealed = ?2, hashes = ?3
      WHERE kind = ?4 AND id = ?5 AND version = ?6 AND key_id < ?1`;
    return this.#writeAll(
      sql,
      rows.map((row) => [row.keyId, row.sealed, JSON.stringify(row.hashes), row.kind, row.id, row.version]),
    );
  }

  async insertRows(rows: readonly Row[]): Promise<void> {
    const sql = `INSERT INTO record (kind, id, version, status, due, hashes, key_id, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
    const values = rows.map((row) => [
      ...[row.kind, row.id, row.version, row.status, row.due ?? '~'],
      ...[JSON.stringify(row.hashes), row.keyId, row.sealed],
    ]);
    await this.#writeAll(sql, values);
  }

  async scan(after: { kind: string; id: string } | null, limit: number): Promise<readonly Row[]> {
    const sql = 'SELECT * FROM record WHERE (kind, id) > (?, ?) ORDER BY kind, id LIMIT ?';
    return this.#rows(sql, [after?.kind ?? '', after?.id ?? '', limit]);
  }

  async keys(): Promise<readonly WrappedKey[]> {
    return (await this.#all('SELECT * FROM data_key ORDER BY id', [])).map((key) => ({
      id: Number(key.id),
      master: String(key.master),
      wrapped: key.wrapped as Uint8Array,
    }));
  }

  async addKey(key: WrappedKey): Promise<boolean> {
    const sql = 'INSERT INTO data_key (id, master, wrapped) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING';
    return this.#write(sql, [key.id, key.master, key.wrapped]);
  }

  async dropKey(id: number): Promise<boolean> {
    const sql = 'DELETE FROM data_key WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM record WHERE key_id = ?1)';
    return this.#write(sql, [id]);
  }

  async findBrokenLookUps(): Promise<readonly string[]> {
    // A backup of a store that is about to be brought up to date: before step 2 the look-up had no due time.
    const due = (await this.#schema()) < 2 ? "''" : 'due';
    const meant = `SELECT value AS hash, kind, ${due}, record.id FROM record, json_each(iif(json_valid(hashes), hashes, '[]'))`;
    const held = `SELECT hash, kind, ${due}, id FROM look_up`;
    const sql = `SELECT kind, id FROM (SELECT * FROM (${meant} EXCEPT ${held}) UNION SELECT * FROM (${held} EXCEPT ${meant}))`;
    return (await this.#all(sql, [])).map((row) => `${row.kind}/${row.id}`);
  }

  async status(): Promise<BackendStatus> {
    const counts = await this.#all('SELECT kind, status, count(*) AS n FROM record GROUP BY 1, 2 ORDER BY 1, 2', []);
    return {
      engine: 'sqlite',
      schema: await this.#schema(),
      bytes: this.#bytes(),
      records: counts.map((row) => ({
        kind: String(row.kind),
        status: String(row.status),
        count: Number(row.n),
      })),
    };
  }

  async close(): Promise<void> {
    await this.#commits.settle();
    this.connection.close();
  }

  async #schema(): Promise<number> {
    return Number((await this.#all('SELECT max(number) AS number FROM migration', []))[0]?.number);
  }

  #bytes(): number {
    if (this.place === ':memory:') return 0;
    const sizes = ['', '-wal', '-shm'].map((end) => statSync(this.place + end, { throwIfNoEntry: false })?.size ?? 0);
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  async #rows(sql: string, values: readonly SQLInputValue[]): Promise<readonly Row[]> {
    return (await this.#all(sql, values)).map(toRow);
  }

  #all(sql: string, values: readonly SQLInputValue[]): Promise<Record<string, SQLOutputValue>[]> {
    return patiently(() => this.connection.run(() => this.connection.statement(sql).all(...values)));
  }

  /** One statement for each list of values, in one transaction. Gives how many rows were written. */
  #writeAll(sql: string, lists: readonly (readonly SQLInputValue[])[]): Promise<number> {
    return patiently(() =>
      this.connection.run((database) => {
        database.exec('BEGIN IMMEDIATE');
        try {
          const statement = this.connection.statement(sql);
          const written = lists.reduce((sum, values) => sum + Number(statement.run(...values).changes), 0);
          database.exec('COMMIT');
          return written;
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK');
          throw error;
        }
      }),
    );
  }

  #write(sql: string, values: readonly SQLInputValue[]): Promise<boolean> {
    return patiently(() => this.connection.run(() => this.connection.statement(sql).run(...values).changes === 1));
  }
}
