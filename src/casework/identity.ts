import type { Level } from '../incidents/report-form.ts';
import type { Oid } from '../incidents/roles.ts';
import type { Change } from '../store/store.ts';
import type { Casework } from './casework.ts';

/** Who made a report, kept apart from it. An anonymous report has none. */
export interface Identity {
  readonly oid: Oid;
  readonly name: string;
  readonly level: Exclude<Level, 'anonymous'>;
}

export async function readIdentity(casework: Casework, reference: string): Promise<Identity | undefined> {
  return (await casework.store.read('identity', reference))?.body as Identity | undefined;
}

export function keepIdentity(reference: string, identity: Identity): Change {
  const put = { kind: 'identity', id: reference, status: 'kept', due: null, keys: [reporterKey(identity.oid)] };
  return { put: { ...put, body: identity }, replaces: 0 };
}

/** The references of somebody's own named and confidential reports. */
export async function referencesOf(casework: Casework, oid: Oid): Promise<readonly string[]> {
  const records = await casework.store.list({ kind: 'identity', key: reporterKey(oid), limit: 200 });
  return records.map((record) => record.id);
}

function reporterKey(oid: Oid): string {
  return `reporter:${oid}`;
}
