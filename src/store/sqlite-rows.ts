import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Row, RowQuery } from './backend.ts';

/** A query as SQL with the values of its marks. By look-up key it starts from there, for few rows carry one key. */
export function selectRows(query: RowQuery): { sql: string; values: SQLInputValue[] } {
  const values: SQLInputValue[] = [];
  const where = ['kind = ?'];
  const add = (condition: string, ...more: SQLInputValue[]) => {
    where.push(condition);
    values.push(...more);
  };
  if (query.hashes !== undefined) values.push(query.kind, ...query.hashes);
  values.push(query.kind);
  if (query.status !== undefined) add('status = ?', query.status);
  if (query.dueBy !== undefined) add('due <= ?', query.dueBy);
  if (query.after !== undefined) add('(due, id) > (?, ?)', query.after.due ?? '~', query.after.id);
  const found = `(SELECT id AS found FROM look_up WHERE kind = ? AND hash IN (${query.hashes?.map(() => '?').join(', ')}))`;
  const from = query.hashes === undefined ? 'record' : `${found} CROSS JOIN record ON id = found`;
  values.push(query.limit);
  return { sql: `SELECT record.* FROM ${from} WHERE ${where.join(' AND ')} ORDER BY due, id LIMIT ?`, values };
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
