import type { Row, RowQuery } from './backend.ts';

type Mark = (value: unknown) => string;

/** A query as SQL with the values of its marks. */
export function selectRows(query: RowQuery): { readonly sql: string; readonly values: unknown[] } {
  const values: unknown[] = [];
  const mark: Mark = (value) => `$${values.push(value)}`;
  const { kind, hashes, limit } = query;
  if (hashes === undefined) {
    const sql = `SELECT * FROM record WHERE kind = ${mark(kind)} ${conditions(query, 'record', mark)} ORDER BY due, id`;
    return { sql: `${sql} LIMIT ${mark(limit)}`, values };
  }
  const lists = hashes.map((hash) => selectByHash(hash, query, mark));
  const sql = `SELECT * FROM (${lists.join(' UNION ALL ')}) AS found ORDER BY due, id LIMIT ${mark(limit)}`;
  return { sql, values };
}

/**
 * Starts from the look-up, which has the order: as many rows are read as are given, however many carry the key. `OFFSET 0`
 * keeps the planner from starting at the records.
 */
function selectByHash(hash: string, query: RowQuery, mark: Mark): string {
  return `(SELECT r.* FROM look_up l, LATERAL (SELECT * FROM record WHERE kind = l.kind AND id = l.id OFFSET 0) r
    WHERE l.kind = ${mark(query.kind)} AND l.hash = ${mark(hash)} ${conditions(query, 'l', mark)}
    ORDER BY l.due, l.id LIMIT ${mark(query.limit)})`;
}

function conditions({ status, dueBy, after }: RowQuery, ordered: string, mark: Mark): string {
  return [
    status === undefined ? '' : `AND status = ${mark(status)}`,
    dueBy === undefined ? '' : `AND ${ordered}.due <= ${mark(dueBy)}`,
    after === undefined ? '' : `AND (${ordered}.due, ${ordered}.id) > (${mark(after.due ?? '~')}, ${mark(after.id)})`,
  ].join(' ');
}

export function toRow(row: Record<string, unknown>): Row {
  const { kind, id, version, status, due, hashes, key_id, sealed } = row;
  return { kind, id, version, status, due: due === '~' ? null : due, hashes, keyId: key_id, sealed } as Row;
}
