import type { Oid } from '../incidents/roles.ts';
import type { Change } from '../store/store.ts';
import type { Casework } from './casework.ts';

/** Who made a confidential report, kept apart from it. */
export interface Identity {
  readonly oid: Oid;
  readonly name: string;
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
  const kinds = ['incident', 'identity'] as const;
  const lists = await Promise.all(
    kinds.map((kind) => casework.store.list({ kind, key: reporterKey(oid), limit: 200 })),
  );
  return lists.flat().map((record) => record.id);
}

/** Where somebody's own reports are found: on the incident itself if it is named, else on the identity kept apart. */
export function reporterKey(oid: Oid): string {
  return `reporter:${oid}`;
}
