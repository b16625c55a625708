import type pg from 'pg';
import type { Backend, BackendStatus, Row, RowChange, RowQuery, WrappedKey } from './backend.ts';
import type { Keyring } from './keyring.ts';
import { assertPostgresSchema, migratePostgres } from './migrate-postgres.ts';
import { commitRows, rowColumns, unnestRows } from './postgres-commit.ts';
import { PostgresPool } from './postgres-pool.ts';
import { selectRows, toRow } from './postgres-rows.ts';
import { postgresCode } from './postgres-trouble.ts';
import { openSealedStore } from './sealed-store.ts';
import type { Store } from './store.ts';

/**
 * Opens the store in a PostgreSQL database (14 or later). Any number of replicas may share it. Throws `StoreRefused` for
 * a wrong key, a newer schema or a server that does not wait for its disk, `StoreUnavailable` if it cannot be reached.
 */
export async function openPostgresStore(url: string, keyring: Keyring): Promise<Store> {
  return openSealedStore(await openPostgresBackend(url), keyring);
}

export function openPostgresBackend(url: string): Promise<PostgresBackend> {
  return open(url, migratePostgres);
}

/** As `openPostgresBackend`, but nothing is made and an older schema stays as it is. */
export function lookIntoPostgres(url: string): Promise<PostgresBackend> {
  return open(url, (client) => assertPostgresSchema(client, placeOf(url)));
}

async function open(url: string, prepare: (client: pg.Client) => Promise<void>): Promise<PostgresBackend> {
  const pool = new PostgresPool(url);
  try {
    await pool.slowly(prepare);
  } catch (error) {
    await pool.close();
    throw error;
  }
  return new PostgresBackend(pool, placeOf(url));
}

export class PostgresBackend implements Backend {
  readonly place: string;
  readonly pool: PostgresPool;

  constructor(pool: PostgresPool, place: string) {
    this.pool = pool;
    this.place = place;
  }

  async read(kind: string, id: string): Promise<Row | undefined> {
    return (await this.#rows('read', 'SELECT * FROM record WHERE kind = $1 AND id = $2', [kind, id]))[0];
  }

  async list(query: RowQuery): Promise<readonly Row[]> {
    const { sql, values } = selectRows(query);
    return this.#rows(undefined, sql, values);
  }

  commit(changes: readonly RowChange[]): Promise<number> {
    return commitRows(this.pool, changes);
  }

  async reseal(rows: readonly Row[]): Promise<number> {
    const text = `UPDATE record r SET sealed = n.sealed, key_id = n.key_id, hashes = n.hashes::text[]
      FROM ${unnestRows} WHERE r.kind = n.kind AND r.id = n.id AND r.version = n.version AND r.key_id < n.key_id`;
    return (await this.pool.query({ text, values: rowColumns(rows) })).rowCount ?? 0;
  }

  /** One attempt: a second one after a lost answer would find its own rows. */
  async insertRows(rows: readonly Row[]): Promise<void> {
    const text = `INSERT INTO record (kind, id, version, status, due, hashes, key_id, sealed)
      SELECT kind, id, version, status, due, hashes::text[], key_id, sealed FROM ${unnestRows}`;
    await this.pool.once({ text, values: rowColumns(rows) });
  }

  async scan(after: { kind: string; id: string } | null, limit: number): Promise<readonly Row[]> {
    const sql = 'SELECT * FROM record WHERE (kind, id) > ($1, $2) ORDER BY kind, id LIMIT $3';
    return this.#rows('scan', sql, [after?.kind ?? '', after?.id ?? '', limit]);
  }

  async keys(): Promise<readonly WrappedKey[]> {
    const { rows } = await this.pool.query({ name: 'keys', text: 'SELECT * FROM data_key ORDER BY id' });
    return rows;
  }

  async addKey(key: WrappedKey): Promise<boolean> {
    const sql = 'INSERT INTO data_key (id, master, wrapped) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING';
    return this.#write(sql, [key.id, key.master, key.wrapped]);
  }

  /** The reference from `record` refuses while a row, even of a commit under way, is under the key. */
  async dropKey(id: number): Promise<boolean> {
    try {
      const sql = 'DELETE FROM data_key WHERE id = $1';
      return (await this.pool.slowly((client) => client.query(sql, [id]))).rowCount === 1;
    } catch (error) {
      if (postgresCode(error) === '23503') return false;
      throw error;
    }
  }

  async findBrokenLookUps(): Promise<readonly string[]> {
    const meant = 'SELECT kind, unnest(hashes) AS hash, due, id FROM record';
    const held = 'SELECT kind, hash, due, id FROM look_up';
    const text = `(${meant} EXCEPT ${held}) UNION (${held} EXCEPT ${meant})`;
    const sql = `SELECT DISTINCT kind, id FROM (${text}) AS broken`;
    const { rows } = await this.pool.slowly((client) => client.query(sql));
    return rows.map(({ kind, id }) => `${kind}/${id}`);
  }

  async status(): Promise<BackendStatus> {
    const counts = 'SELECT kind, status, count(*)::int AS count FROM record GROUP BY 1, 2 ORDER BY 1, 2';
    const size = `SELECT (SELECT max(number) FROM migration) AS schema,
      (SELECT sum(pg_total_relation_size(to_regclass(name))) FROM unnest('{record,look_up,data_key}'::text[]) AS name)::float8 AS bytes`;
    const [{ rows }, records] = await this.pool.slowly(
      async (client) => [await client.query(size), (await client.query(counts)).rows] as const,
    );
    return { engine: 'postgres', schema: rows[0].schema, bytes: rows[0].bytes, records };
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  async #rows(name: string | undefined, text: string, values: unknown[]): Promise<readonly Row[]> {
    const { rows } = await this.pool.query({ ...(name && { name }), text, values });
    return rows.map(toRow);
  }

  async #write(text: string, values: unknown[]): Promise<boolean> {
    return (await this.pool.query({ text, values })).rowCount === 1;
  }
}

/** Host and database of a connection string, without user and password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `postgres://${host}${pathname}`;
  } catch {
    return 'postgres';
  }
}
