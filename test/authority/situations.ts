import { deliverDueAlerts } from '../../src/casework/deliver-due-alerts.ts';
import type { Who } from '../../src/casework/use-cases.ts';
import * as acts from '../../src/casework/use-cases.ts';
import type { Inputs, Status } from '../../src/incidents/incident.ts';
import type { Store } from '../../src/store/store.ts';
import { draft, who } from '../casework/world.ts';
import { openWorld, type World } from '../requests/world.ts';

/** Somebody of each relation to the incident: Asha reports Tom, and names Oliver as a witness. */
export const relations: readonly (readonly [relation: string, who: Who])[] = [
  ['reporter', who('Asha')],
  ['manager of the reporter', who('Rhys')],
  ['complained of', who('Tom')],
  ['manager of whom it is about', who('Sunita')],
  ['above both', who('Rowena')],
  ['witness', who('Oliver')],
  ['caseworker who took it', who('Priya')],
  ['other caseworker', who('Colin')],
  ['lead of the caseworkers', who('Helen')],
  ['case manager and decision maker', who('Martin')],
  ['investigator', who('Grace')],
  ['identity custodian', who('Ffion')],
  ['independent handler', who('Nadia')],
  ['information governance', who('Dev')],
  ['stranger', who('Jamie')],
  ['caseworker of another tenant', { ...who('Priya'), tenant: '20000000-0000-4000-8000-000000000009' }],
];

/** What any move may need. */
export const inputs: Inputs = {
  ...{ note: 'n', message: 'm', reason: 'r', findings: 'f', misconduct: 'both', urgency: 'soon' },
  ...{ 'person-type': 'employee', 'just-culture': 'formal', outcome: 'other', 'appeal-outcome': 'upheld' },
  ...{ 'referred-to': 'police', investigator: who('Grace').oid, 'decision-maker': who('Martin').oid },
  'appeal-officer': who('Helen').oid,
};

const toInquiry = 'Priya acknowledge, Priya triage, Priya consider-just-culture, Priya investigate';
const toOutcome = `${toInquiry}, Grace report-findings, Priya call-hearing, Martin decide`;

/** One way to each status: who makes which moves after the report. */
const ways: Readonly<Record<Status, string>> = {
  submitted: '',
  acknowledged: 'Priya acknowledge',
  triaged: 'Priya acknowledge, Priya triage',
  'just-culture': 'Priya acknowledge, Priya triage, Priya consider-just-culture',
  informal: 'Priya acknowledge, Priya triage, Priya resolve-informally',
  investigation: toInquiry,
  findings: `${toInquiry}, Grace report-findings`,
  hearing: `${toInquiry}, Grace report-findings, Priya call-hearing`,
  outcome: toOutcome,
  appeal: `${toOutcome}, Priya appeal`,
  closed: 'Priya acknowledge, Priya triage, Priya resolve-informally, Priya settle',
  'no-further-action': 'Priya acknowledge, Priya take-no-further',
  withdrawn: 'Asha withdraw',
  'referred-elsewhere': 'Priya acknowledge, Priya refer',
};

export interface Situation {
  readonly world: World;
  readonly reference: string;
  readonly status: Status;
  readonly version: number;
  readonly evidence: string;
  /** An alert of it that reached nobody. */
  readonly alertId: string;
  /** The kinds of records that would have been changed since the last look. */
  written(): readonly string[];
}

/** An incident in one status, with evidence and with alerts that reached nobody, in a world in which nothing more comes to pass. */
export async function situationAt(status: Status): Promise<Situation> {
  const live = await openWorld();
  const { casework, store } = live;
  const report = { ...draft, level: 'confidential', witnesses: [{ name: 'Oliver Tennant', oid: who('Oliver').oid }] };
  const filed = must(await acts.fileReport(casework, who('Asha'), report, `nonce-nonce-${status}`));
  const { reference } = filed;
  const bytes = new TextEncoder().encode('Everybody laughed.');
  must(await acts.addEvidence(casework, who('Asha'), reference, { name: 'what he wrote.txt', bytes }));
  for (const step of ways[status].split(', ').filter(Boolean)) {
    const [name = '', move = ''] = step.split(' ');
    if (move === 'withdraw') must(await acts.withdrawReport(casework, who(name), reference, ''));
    else must(await acts.moveIncident(casework, who(name), reference, move, inputs, await versionOf(store, reference)));
  }
  await deliverDueAlerts(casework, {});
  const listed = must(await acts.listEvidence(casework, who('Priya'), reference));
  const alert = (await store.list({ kind: 'alert', status: 'undelivered', limit: 1 }))[0];
  const written: string[] = [];
  const dry: Store = {
    ...kept(store),
    commit: async (changes) => void written.push(...changes.map((change) => ('put' in change ? change.put.kind : ''))),
  };
  const world = await openWorld({ store: dry, casework: { ...casework, store: dry } });
  const version = await versionOf(store, reference);
  const ids = { reference, evidence: listed.files[0]?.id ?? '', alertId: alert?.id ?? '' };
  return { world, status, version, ...ids, written: () => written.splice(0) };
}

function kept(store: Store): Store {
  return {
    read: (kind, id) => store.read(kind, id),
    list: (query) => store.list(query),
    commit: (changes) => store.commit(changes),
    close: () => store.close(),
  };
}

async function versionOf(store: Store, reference: string): Promise<number> {
  return (await store.read('incident', reference))?.version ?? 0;
}

function must<T>(result: acts.Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}
