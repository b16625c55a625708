import { moveIncident } from '../../src/casework/move-incident.ts';
import { myIncidents } from '../../src/casework/my-incidents.ts';
import { reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident } from '../../src/casework/open-incident.ts';
import type { Inputs } from '../../src/incidents/incident.ts';
import type { Directory } from '../../src/people/directory.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { deliverAll, file, people, type World, who, world } from './world.ts';

/** Somebody makes a move on the incident as it is now; what it then shows, and whom it is told to. */
async function move(casework: World, reference: string, by: string, name: string, inputs: Inputs = {}) {
  const before = await openIncident(casework, who(by), reference);
  if (!before.ok) throw new Error(`${by} cannot open it.`);
  const moved = await moveIncident(casework, who(by), reference, name, inputs, before.value.seenVersion);
  if (!moved.ok) throw new Error(`${by} cannot ${name}: ${JSON.stringify(moved.refusal)}`);
  const told = await deliverAll(casework);
  return { view: moved.value, told: told.map(({ to }) => to) };
}

describe('a case that goes the formal way', () => {
  test('from report to appeal: each with their part, and nobody before they have one', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await deliverAll(casework);
    const oid = (name: string) => who(name).oid;
    await move(casework, reference, 'Priya', 'acknowledge');
    await move(casework, reference, 'Priya', 'triage', {
      misconduct: 'both',
      urgency: 'soon',
      'person-type': 'employee',
    });
    await move(casework, reference, 'Martin', 'consider-just-culture', {
      'just-culture': 'formal',
      reason: 'A second time.',
    });
    expect(await openIncident(casework, who('Grace'), reference)).toMatchObject({ ok: false });
    const started = await move(casework, reference, 'Martin', 'investigate', {
      investigator: oid('Grace'),
      reason: 'A second time.',
    });
    expect(started.told).toEqual(['Asha Okafor', 'Grace Oyelaran']);
    expect(await myIncidents(casework, who('Grace'))).toMatchObject({
      value: { rows: [{ reference, status: 'investigation' }] },
    });
    const found = await move(casework, reference, 'Grace', 'report-findings', { findings: 'It happened as told.' });
    expect(found.told).toEqual(['Asha Okafor', 'Martin Sorley', 'Priya Nandakumar']);
    const called = await move(casework, reference, 'Priya', 'call-hearing', { 'decision-maker': oid('Martin') });
    expect(called.told).toEqual(['Asha Okafor', 'Martin Sorley']);
    expect(called.view.moves.map(({ move: name }) => name)).not.toContain('decide');
    const decided = await move(casework, reference, 'Martin', 'decide', {
      outcome: 'first-warning',
      reason: 'It happened.',
    });
    expect(decided.told).toEqual(['Asha Okafor', 'Priya Nandakumar']);
    const appeal = await move(casework, reference, 'Priya', 'appeal', {
      'appeal-officer': oid('Helen'),
      reason: 'Received in time.',
    });
    expect(appeal.told).toEqual(['Asha Okafor', 'Helen Strand']);
    const ended = await move(casework, reference, 'Helen', 'decide-appeal', {
      'appeal-outcome': 'upheld',
      reason: 'Fair.',
    });
    expect(ended.view).toMatchObject({ status: 'closed', moves: [], deadlines: [] });
    expect(await reportStatus(casework, who('Asha'), reference)).toMatchObject({
      value: { statusLabel: 'Closed', ended: true, canWithdraw: 'no' },
    });
    expect(await verifyAudit(casework.store)).toMatchObject({ findings: [] });
  });

  test('tells the reporter nothing of what others did, decided or wrote to one another', async () => {
    const casework = await world();
    const { reference } = await file(casework);
    await move(casework, reference, 'Priya', 'acknowledge');
    await move(casework, reference, 'Priya', 'triage', {
      misconduct: 'both',
      urgency: 'soon',
      'person-type': 'employee',
      note: 'A pattern.',
    });
    await move(casework, reference, 'Priya', 'resolve-informally', {
      note: 'Mediation with both.',
      message: 'We will talk to everybody.',
    });
    const seen = await reportStatus(casework, who('Asha'), reference);
    expect(JSON.stringify(seen)).not.toMatch(/pattern|Mediation|Priya|Tom|Ashdown|misconduct/);
    expect(JSON.stringify(seen)).toContain('We will talk to everybody.');
  });
});

test('an incident that is kept from somebody asks as much of the directory as one that does not exist', async () => {
  const asked: string[] = [];
  const inner = fileDirectory(people);
  const count =
    <T>(name: string, ask: (key: string) => Promise<T>) =>
    (key: string) => {
      asked.push(name);
      return ask(key);
    };
  const directory: Directory = {
    person: count('person', inner.person),
    find: count('find', inner.find),
    managersOf: count('managersOf', inner.managersOf),
    members: count('members', inner.members),
  };
  const casework = await world({ directory });
  const { reference } = await file(casework);
  const questions = async (name: string, one: string) => {
    asked.length = 0;
    await openIncident(casework, who(name), one);
    return [...asked];
  };
  for (const name of ['Tom', 'Sunita', 'Rhys', 'Rowena', 'Asha'])
    expect(await questions(name, reference)).toEqual(await questions(name, 'CIP-00000-00000'));
});
