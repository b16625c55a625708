import type { AlertNotice } from '../../src/alerts/courier.ts';
import type { Casework, Who } from '../../src/casework/casework.ts';
import { fileReport } from '../../src/casework/file-report.ts';
import { realIds } from '../../src/casework/real-ids.ts';
import type { Receipt } from '../../src/casework/receipt.ts';
import { claimAlert, dueAlerts, recordDelivery } from '../../src/casework/send-alerts.ts';
import type { ReportDraft } from '../../src/incidents/report-form.ts';
import { bankHolidays } from '../../src/organisation/bank-holidays.ts';
import { readPeople } from '../../src/organisation/people.ts';
import { readProcess } from '../../src/organisation/process.ts';
import { readRouting } from '../../src/organisation/routing.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';

export const people = readPeople('policy/people.yaml');
export const tenant = people[0]?.tenant ?? '';
export const isHoliday = bankHolidays();
export const process = readProcess('policy/process.yaml');
export const routing = readRouting('policy/routing.yaml');

/** A person of the sample directory by first name. */
export function who(first: string): Who {
  const person = people.find(({ name }) => name.startsWith(`${first} `));
  if (person === undefined) throw new Error(`${first} is not among the sample people.`);
  return { oid: person.oid, tenant: person.tenant, name: person.name };
}

export interface World extends Casework {
  /** Moves the clock to an instant. */
  at(instant: string): World;
}

/** A casework over a real store in memory and the project's own policy files, at 9 on Monday 8 June 2026. */
export async function world(changes: Partial<Casework> = {}): Promise<World> {
  let now = new Date('2026-06-08T08:00:00.000Z');
  const made: World = {
    store: await openSqliteStore(':memory:', passingKeyring()),
    directory: fileDirectory(people),
    process,
    routing,
    isHoliday,
    tenants: [tenant],
    now: () => now,
    ids: realIds,
    ...changes,
    at(instant) {
      now = new Date(instant);
      return made;
    },
  };
  return made;
}

export const draft: ReportDraft = {
  level: 'named',
  happened: 'He posted a picture of me with a cruel caption in a staff group.',
  when: '2026-06-05',
  safeNow: 'yes',
  subjects: [{ name: 'Tom Ashdown', oid: '10000000-0000-4000-8000-000000000004' }],
  managersTold: true,
};

let nonces = 0;

/** A report filed by Asha, or by somebody else. */
export async function file(casework: Casework, more: Partial<ReportDraft> = {}, by = who('Asha')): Promise<Receipt> {
  const result = await fileReport(casework, by, { ...draft, ...more }, `nonce-nonce-nonce-${nonces++}`);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

export function nameOf(oid: string): string {
  return people.find((person) => person.oid === oid)?.name ?? oid;
}

/** Delivers everything due, and tells whom it reached with what, in order of name. */
export async function deliverAll(casework: Casework): Promise<{ to: string; notice: AlertNotice }[]> {
  const sent: { to: string; notice: AlertNotice }[] = [];
  for (const id of await dueAlerts(casework)) {
    const claim = await claimAlert(casework, id);
    if (claim === undefined) continue;
    sent.push({ to: nameOf(claim.oid), notice: claim.notice });
    await recordDelivery(casework, claim, { outcome: 'delivered', messageId: null });
  }
  return sent.sort((a, b) => a.to.localeCompare(b.to));
}
