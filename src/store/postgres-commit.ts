import type pg from 'pg';
import { type Row, type RowChange, UnknownKey } from './backend.ts';
import type { PostgresPool } from './postgres-pool.ts';
import { postgresCode } from './postgres-trouble.ts';
import { Conflict } from './store.ts';

/** The rows whose columns are parameters 1 to 8 (`rowColumns`), as a table `n`. */
export const unnestRows = `unnest($1::text[], $2::text[], $3::integer[], $4::text[], $5::text[], $6::text[], $7::integer[],
  $8::bytea[]) AS n (kind, id, version, status, due, hashes, key_id, sealed)`;

export function rowColumns(rows: readonly Row[]): unknown[] {
  return [
    ...[rows.map((row) => row.kind), rows.map((row) => row.id), rows.map((row) => row.version)],
    ...[
      rows.map((row) => row.status),
      rows.map((row) => row.due ?? '~'),
      rows.map((row) => `{${row.hashes.join(',')}}`),
    ],
    ...[rows.map((row) => row.keyId), rows.map((row) => Buffer.from(row.sealed))],
  ];
}

/**
 * One statement, so one round trip and one transaction: it locks the rows in one order (two commits do not wait for each
 * other crosswise), applies what still has its version, and `refuse_commit()` undoes it all if that was not everything.
 */
const text = `
  WITH put AS (
    SELECT * FROM ${unnestRows}
  ), gone AS (
    SELECT * FROM unnest($9::text[], $10::text[], $11::integer[]) AS gone (kind, id, version)
  ), locked AS MATERIALIZED (
    SELECT r.kind, r.id FROM record r
    WHERE (r.kind, r.id) IN (SELECT kind, id FROM put WHERE version > 1 UNION ALL SELECT kind, id FROM gone)
    ORDER BY r.kind, r.id FOR UPDATE
  ), updated AS (
    UPDATE record r SET version = put.version, status = put.status, due = put.due, hashes = put.hashes::text[],
      key_id = put.key_id, sealed = put.sealed
    FROM locked JOIN put USING (kind, id)
    WHERE r.kind = locked.kind AND r.id = locked.id AND r.version = put.version - 1 AND put.version > 1 RETURNING 1
  ), added AS (
    INSERT INTO record (kind, id, version, status, due, hashes, key_id, sealed)
    SELECT kind, id, version, status, due, hashes::text[], key_id, sealed FROM put WHERE version = 1
    ORDER BY kind, id ON CONFLICT DO NOTHING RETURNING 1
  ), removed AS (
    DELETE FROM record r USING locked JOIN gone USING (kind, id)
    WHERE r.kind = locked.kind AND r.id = locked.id AND r.version = gone.version RETURNING 1
  )
  SELECT CASE
    WHEN (SELECT count(*) FROM updated) + (SELECT count(*) FROM added) + (SELECT count(*) FROM removed) = $12::integer
    THEN (SELECT max(id) FROM data_key) ELSE refuse_commit() END AS newest`;

/**
 * Resolves to the newest data key's number when the commit is durable. If the connection breaks on the way it is found out
 * on another one whether the commit was done, before it is tried again.
 */
export function commitRows(pool: PostgresPool, changes: readonly RowChange[]): Promise<number> {
  const statement = commitStatement(changes);
  return pool.patiently(async (sent) => {
    const done = sent ? await findOurs(pool, changes) : undefined;
    if (done !== undefined) return done;
    try {
      return (await pool.once(statement)).rows[0].newest;
    } catch (error) {
      const code = postgresCode(error);
      if (code === '23503') throw new UnknownKey();
      if (code !== 'CP409') throw error;
      const late = sent ? await findOurs(pool, changes) : undefined;
      if (late === undefined) throw new Conflict();
      return late;
    }
  });
}

/**
 * No two sealings have the same bytes: one of the commit's rows being there says that all of it is. Gives the newest data
 * key's number if so. A commit that only removes leaves no trace; it is done if nothing of it is there any more.
 */
async function findOurs(pool: PostgresPool, changes: readonly RowChange[]): Promise<number | undefined> {
  const put = changes.flatMap((change) => ('put' in change ? [change.put] : []));
  const gone = changes.flatMap((change) => ('remove' in change ? [change.remove] : []));
  const { rows } = await pool.once({
    text: `SELECT (SELECT max(id) FROM data_key) AS newest,
      EXISTS (SELECT 1 FROM record r JOIN unnest($1::text[], $2::text[], $3::bytea[]) AS put (kind, id, sealed)
        ON r.kind = put.kind AND r.id = put.id AND r.sealed = put.sealed) AS there,
      EXISTS (SELECT 1 FROM record r JOIN unnest($4::text[], $5::text[]) AS gone (kind, id)
        ON r.kind = gone.kind AND r.id = gone.id) AS left`,
    values: [...names(put), put.map((row) => Buffer.from(row.sealed)), ...names(gone)],
  });
  const { newest, there, left } = rows[0];
  return there || (put.length === 0 && !left) ? newest : undefined;
}

function names(rows: readonly { readonly kind: string; readonly id: string }[]): [string[], string[]] {
  return [rows.map((row) => row.kind), rows.map((row) => row.id)];
}

function commitStatement(changes: readonly RowChange[]): pg.QueryConfig {
  const put = changes.flatMap((change) => ('put' in change ? [change.put] : []));
  const gone = changes.flatMap((change) => ('remove' in change ? [change.remove] : []));
  const goneColumns = [...names(gone), gone.map((row) => row.version)];
  const values = [...rowColumns(put), ...goneColumns, changes.length];
  return { name: 'commit', text, values };
}
