import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Row, RowQuery } from './backend.ts';

type Statement = { readonly sql: string; readonly values: readonly SQLInputValue[] };

/** A query as SQL with the values of its marks. */
export function selectRows(query: RowQuery): Statement {
  const { kind, hashes, limit } = query;
  if (hashes === undefined) {
    const { sql, values } = conditions(query, 'record');
    return {
      sql: `SELECT * FROM record WHERE kind = ? ${sql} ORDER BY due, id LIMIT ?`,
      values: [kind, ...values, limit],
    };
  }
  const lists = hashes.map((hash) => selectByHash(hash, query));
  return {
    sql: `${lists.map(({ sql }) => `SELECT * FROM (${sql})`).join(' UNION ALL ')} ORDER BY due, id LIMIT ?`,
    values: [...lists.flatMap(({ values }) => values), limit],
  };
}

/** Starts from the look-up, which has the order: as many rows are read as are given, however many carry the key. */
function selectByHash(hash: string, query: RowQuery): Statement {
  const { sql, values } = conditions(query, 'l');
  return {
    sql: `SELECT r.* FROM look_up l CROSS JOIN record r ON r.kind = l.kind AND r.id = l.id
      WHERE l.kind = ? AND l.hash = ? ${sql} ORDER BY l.due, l.id LIMIT ?`,
    values: [query.kind, hash, ...values, query.limit],
  };
}

function conditions({ status, dueBy, after }: RowQuery, ordered: string): Statement {
  const sql: string[] = [];
  const values: SQLInputValue[] = [];
  const add = (condition: string, ...more: SQLInputValue[]) => {
    sql.push(`AND ${condition}`);
    values.push(...more);
  };
  if (status !== undefined) add('status = ?', status);
  if (dueBy !== undefined) add(`${ordered}.due <= ?`, dueBy);
  if (after !== undefined) add(`(${ordered}.due, ${ordered}.id) > (?, ?)`, after.due ?? '~', after.id);
  return { sql: sql.join(' '), values };
}

export function toRow(row: Record<string, SQLOutputValue>): Row {
  return {
    kind: String(row.kind),
    id: String(row.id),
    version: Number(row.version),
    status: String(row.status),
    due: row.due === '~' ? null : String(row.due),
    hashes: readHashes(String(row.hashes)),
    keyId: Number(row.key_id),
    sealed: row.sealed as Uint8Array,
  };
}

/** Hashes that somebody has made unreadable come out as they are: they do not fit the sealing, and that is then said. */
function readHashes(text: string): readonly string[] {
  try {
    return JSON.parse(text) as readonly string[];
  } catch {
    return [text];
  }
}
