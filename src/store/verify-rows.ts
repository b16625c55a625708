import type { Backend, Row } from './backend.ts';
import { type DataKeys, readDataKeys } from './data-keys.ts';
import type { Keyring } from './keyring.ts';
import { openRow } from './sealed-rows.ts';
import { Damaged } from './store-error.ts';
import type { AuditFinding } from './verify-audit.ts';

const page = 500;

/** Opens every row of the store, audited or not: a change of any byte of any of them is found. Gives how many there are. */
export async function verifyRows(
  backend: Backend,
  keyring: Keyring,
): Promise<{ readonly rows: number; readonly findings: readonly AuditFinding[] }> {
  const findings: AuditFinding[] = [];
  let rows = 0;
  for await (const found of scanAll(backend)) {
    rows += found.length;
    const keys = await readDataKeys(backend, keyring);
    for (const row of found) {
      if (opens(row, keys) || (await hasMovedOn(backend, row))) continue;
      findings.push({ where: `${row.kind}/${row.id}`, what: 'was changed' });
    }
  }
  for (const where of await backend.findBrokenLookUps()) findings.push({ where, what: 'is not found by its keys' });
  return { rows, findings };
}

/** All rows, page by page, in order of kind and id. */
export async function* scanAll(backend: Backend): AsyncGenerator<readonly Row[]> {
  let after: Row | null = null;
  for (;;) {
    const found: readonly Row[] = await backend.scan(after, page);
    yield found;
    after = found.at(-1) ?? null;
    if (after === null) return;
  }
}

function opens(row: Row, keys: DataKeys): boolean {
  try {
    openRow(row, keys);
    return true;
  } catch (error) {
    if (error instanceof Damaged) return false;
    throw error;
  }
}

/** Its data key may have been rotated away since it was read. */
async function hasMovedOn(backend: Backend, row: Row): Promise<boolean> {
  const now = await backend.read(row.kind, row.id);
  return now === undefined || now.keyId !== row.keyId;
}
