import type { SQLInputValue, SQLOutputValue } from 'node:sqlite';
import type { Row, RowQuery } from './backend.ts';

/** The WHERE of a query, with the values of its marks. */
export function conditions(query: RowQuery): { where: string[]; values: SQLInputValue[] } {
  const where = ['kind = ?'];
  const values: SQLInputValue[] = [query.kind];
  const add = (condition: string, ...more: string[]) => {
    where.push(condition);
    values.push(...more);
  };
  if (query.status !== undefined) add('status = ?', query.status);
  if (query.dueBy !== undefined) add('due <= ?', query.dueBy);
  if (query.after !== undefined) add('(due, id) > (?, ?)', query.after.due ?? '~', query.after.id);
  if (query.hashes !== undefined) {
    const marks = query.hashes.map(() => '?').join(', ');
    add(
      `id IN (SELECT look_up.id FROM look_up WHERE look_up.kind = record.kind AND hash IN (${marks}))`,
      ...query.hashes,
    );
  }
  return { where, values };
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
