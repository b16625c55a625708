import { readFileSync } from 'node:fs';
import type { Result, Who } from '../../src/casework/use-cases.ts';
import * as acts from '../../src/casework/use-cases.ts';
import type { Inputs, Status } from '../../src/incidents/incident.ts';
import { statuses } from '../../src/incidents/incident.ts';
import type { Store } from '../../src/store/store.ts';
import { file, process, type World, who, world } from './world.ts';

/** Somebody of each relation to the incident: Asha reports Tom in confidence, and names Oliver as a witness. */
const relations: readonly (readonly [relation: string, who: Who])[] = [
  ['reporter', who('Asha')],
  ["reporter's manager, who is a case manager elsewhere", who('Rhys')],
  ["reporter's manager's manager, who decides elsewhere", who('Lena')],
  ['complained of', who('Tom')],
  ['manager of whom it is about, a case manager elsewhere', who('Sunita')],
  ['above both', who('Rowena')],
  ['witness, who hears appeals elsewhere', who('Oliver')],
  ['caseworker who took it', who('Priya')],
  ['other caseworker', who('Colin')],
  ['lead of the caseworkers, who hears the appeal', who('Helen')],
  ['case manager, who decides', who('Martin')],
  ['investigator', who('Grace')],
  ['identity custodian', who('Ffion')],
  ['independent handler', who('Nadia')],
  ['stranger', who('Dev')],
  ['caseworker of another tenant', { ...who('Priya'), tenant: '20000000-0000-4000-8000-000000000009' }],
];

const inputs: Inputs = {
  ...{ note: 'n', message: 'm', reason: 'r', findings: 'f', misconduct: 'both', urgency: 'soon' },
  ...{ 'person-type': 'employee', 'just-culture': 'formal', outcome: 'other', 'appeal-outcome': 'upheld' },
  ...{ 'referred-to': 'police', investigator: who('Grace').oid, 'decision-maker': who('Martin').oid },
  'appeal-officer': who('Helen').oid,
};

/** One way to each status: who makes which moves after the report. */
const ways: Readonly<Record<Status, string>> = {
  submitted: '',
  acknowledged: 'Priya acknowledge',
  triaged: 'Priya acknowledge, Priya triage',
  'just-culture': 'Priya acknowledge, Priya triage, Priya consider-just-culture',
  informal: 'Priya acknowledge, Priya triage, Priya resolve-informally',
  investigation: 'Priya acknowledge, Priya triage, Priya consider-just-culture, Priya investigate',
  findings: 'Priya acknowledge, Priya triage, Priya consider-just-culture, Priya investigate, Grace report-findings',
  hearing:
    'Priya acknowledge, Priya triage, Priya consider-just-culture, Priya investigate, Grace report-findings, Priya call-hearing',
  outcome:
    'Priya acknowledge, Priya triage, Priya consider-just-culture, Priya investigate, Grace report-findings, Priya call-hearing, Martin decide',
  appeal:
    'Priya acknowledge, Priya triage, Priya consider-just-culture, Priya investigate, Grace report-findings, Priya call-hearing, Martin decide, Priya appeal',
  closed: 'Priya acknowledge, Priya triage, Priya resolve-informally, Priya settle',
  'no-further-action': 'Priya acknowledge, Priya take-no-further',
  withdrawn: 'Asha withdraw',
  'referred-elsewhere': 'Priya acknowledge, Priya refer',
};

async function at(status: Status): Promise<{ casework: World; reference: string; version: number }> {
  const casework = await world();
  const witnesses = [{ name: 'Oliver Tennant', oid: who('Oliver').oid }];
  const { reference } = await file(casework, { level: 'confidential', witnesses });
  for (const step of ways[status].split(', ').filter(Boolean)) {
    const [name = '', move = ''] = step.split(' ');
    const version = (await casework.store.read('incident', reference))?.version ?? 0;
    const made =
      move === 'withdraw'
        ? await acts.withdrawReport(casework, who(name), reference, '')
        : await acts.moveIncident(casework, who(name), reference, move, inputs, version);
    if (!made.ok) throw new Error(`${step}: ${JSON.stringify(made.refusal)}`);
  }
  return { casework, reference, version: (await casework.store.read('incident', reference))?.version ?? 0 };
}

/** The same world, in which nothing that is tried comes to pass. */
function trying(casework: World): World {
  const { store } = casework;
  const dry: Store = {
    read: (kind, id) => store.read(kind, id),
    list: (query) => store.list(query),
    commit: async () => undefined,
    close: () => store.close(),
  };
  return { ...casework, store: dry };
}

const named = { part: 'witness', name: 'somebody', oid: null } as const;

/** Every verb of the product on one incident by one person. */
function verbs(
  casework: World,
  by: Who,
  reference: string,
  version: number,
): Record<string, () => Promise<Result<unknown>>> {
  const moves = [...new Set(process.moves.map(({ move }) => move))];
  return {
    'see-status': () => acts.reportStatus(casework, by, reference),
    add: () => acts.addToReport(casework, by, reference, 'text'),
    'write-to-casework': () => acts.messageCasework(casework, by, reference, 'text'),
    'withdraw-own': () => acts.withdrawReport(casework, by, reference, ''),
    open: () => acts.openIncident(casework, by, reference),
    'see-audit': () => acts.auditTrail(casework, by, reference),
    note: () => acts.addNote(casework, by, reference, 'text'),
    'write-to-reporter': () => acts.messageReporter(casework, by, reference, 'text'),
    pause: () => acts.pauseClocks(casework, by, reference, 'text'),
    'name-party': () => acts.nameParty(casework, by, reference, named),
    'step-back': () => acts.recuse(casework, by, reference, ''),
    reveal: () => acts.revealIdentity(casework, by, reference, 'a reason that is long enough'),
    ...Object.fromEntries(
      moves.map((move) => [move, () => acts.moveIncident(casework, by, reference, move, inputs, version)]),
    ),
  };
}

/** For one status, a line for each relation: what they may do. Whoever may not open it is told of nothing but not-found. */
async function table(status: Status): Promise<string[]> {
  const { casework, reference, version } = await at(status);
  const lines: string[] = [];
  for (const [relation, by] of relations) {
    const may: string[] = [];
    const refusals = new Set<string>();
    for (const [verb, act] of Object.entries(verbs(trying(casework), by, reference, version))) {
      const result = await act();
      if (result.ok) may.push(verb);
      else refusals.add(result.refusal.kind);
    }
    const knows = may.includes('open') || may.includes('reveal');
    if (!knows && relation !== 'reporter' && !relation.includes('tenant')) expect([...refusals]).toEqual(['not-found']);
    lines.push(`  ${relation}: ${may.join(' ') || '-'}`);
  }
  await casework.store.close();
  return [status, ...lines, ''];
}

test('who may do what, at every status, is as drawn; the drawing is under review', async () => {
  const drawn: string[] = [];
  for (const status of statuses) drawn.push(...(await table(status)));
  expect(drawn.join('\n')).toBe(readFileSync('test/casework/authority.drawn.txt', 'utf8'));
}, 120_000);
