import { decideMove } from '../../src/incidents/decide.ts';
import { fold } from '../../src/incidents/evolve.ts';
import type { Incident, IncidentEvent, Inputs } from '../../src/incidents/incident.ts';
import type { Role } from '../../src/incidents/roles.ts';
import { readProcess } from '../../src/organisation/process.ts';
import { reported } from './reported.ts';

const process = readProcess('policy/process.yaml');
const at = '2026-06-09T09:00:00.000Z';

/** One legal move after another: who, as what, which, with what. */
type Step = readonly [by: string, role: Role, move: string, inputs?: Inputs];

function given(...steps: readonly Step[]): Incident {
  const events: IncidentEvent[] = [reported];
  for (const [by, role, move, inputs = {}] of steps) {
    const decided = decideMove(process, fold(events) as Incident, move, inputs, { by, roles: [role] }, at);
    if (decided.kind !== 'moved') throw new Error(`${move}: ${JSON.stringify(decided)}`);
    events.push(decided);
  }
  return fold(events) as Incident;
}

function when(incident: Incident, [by, role, move, inputs = {}]: Step) {
  return decideMove(process, incident, move, inputs, { by, roles: [role] }, at);
}

const acknowledged: Step = ['ann', 'caseworker', 'acknowledge'];
const triage: Inputs = { misconduct: 'comments', urgency: 'normal', 'person-type': 'employee' };
const triaged: Step = ['ann', 'caseworker', 'triage', triage];
const asked: Step = ['ann', 'caseworker', 'consider-just-culture', { 'just-culture': 'formal', reason: 'It goes on.' }];
const started: Step = ['ann', 'caseworker', 'investigate', { investigator: 'bob', reason: 'It goes on.' }];
const found: Step = ['bob', 'investigator', 'report-findings', { findings: 'It happened.' }];
const called: Step = ['ann', 'caseworker', 'call-hearing', { 'decision-maker': 'cat' }];
const decided: Step = ['cat', 'decision-maker', 'decide', { outcome: 'first-warning', reason: 'It happened.' }];
const appealed: Step = ['ann', 'caseworker', 'appeal', { 'appeal-officer': 'dan', reason: 'In time.' }];
const ended: Step = ['dan', 'appeal-officer', 'decide-appeal', { 'appeal-outcome': 'upheld', reason: 'Fair.' }];

describe('the formal way', () => {
  test('runs from report to the end of the appeal', () => {
    const incident = given(acknowledged, triaged, asked, started, found, called, decided, appealed, ended);
    expect(incident.status).toBe('closed');
    expect(incident.duties).toEqual([
      { duty: 'triage', oid: 'ann' },
      { duty: 'investigation', oid: 'bob' },
      { duty: 'investigation', oid: 'bob' },
      { duty: 'decision', oid: 'cat' },
      { duty: 'decision', oid: 'cat' },
      { duty: 'appeal', oid: 'dan' },
      { duty: 'appeal', oid: 'dan' },
    ]);
  });

  test.each<[string, Step[], Step, object]>([
    ['nothing is triaged before somebody took it', [], triaged, { kind: 'no-such-move' }],
    ['a reporter triages nothing', [acknowledged], ['rita', 'reporter', 'triage', triage], { kind: 'no-such-move' }],
    [
      'nothing becomes formal before the just culture question',
      [acknowledged, triaged],
      started,
      { kind: 'no-such-move' },
    ],
    [
      'whoever triaged does not investigate',
      [acknowledged, triaged, asked],
      ['ann', 'caseworker', 'investigate', { investigator: 'ann', reason: 'I can.' }],
      { kind: 'separation', duty: 'investigation', done: 'triage' },
    ],
    [
      'whoever investigated does not decide',
      [acknowledged, triaged, asked, started, found],
      ['ann', 'caseworker', 'call-hearing', { 'decision-maker': 'bob' }],
      { kind: 'separation', duty: 'decision', done: 'investigation' },
    ],
    [
      'whoever decided does not hear the appeal',
      [acknowledged, triaged, asked, started, found, called, decided],
      ['ann', 'caseworker', 'appeal', { 'appeal-officer': 'cat', reason: 'In time.' }],
      { kind: 'separation', duty: 'appeal', done: 'decision' },
    ],
    [
      'an investigator who was replaced does not decide either',
      [
        acknowledged,
        triaged,
        asked,
        started,
        ['ann', 'caseworker', 'name-another-investigator', { investigator: 'eve', reason: 'Ill.' }],
        ['eve', 'investigator', 'report-findings', { findings: 'Yes.' }],
      ],
      ['ann', 'caseworker', 'call-hearing', { 'decision-maker': 'bob' }],
      { kind: 'separation', duty: 'decision', done: 'investigation' },
    ],
    [
      'a triage says what clause 4.1 makes of it',
      [acknowledged],
      ['ann', 'caseworker', 'triage', { urgency: 'normal', 'person-type': 'employee' }],
      { kind: 'bad-inputs', problems: [{ field: 'misconduct' }] },
    ],
    [
      'a choice is one of the list',
      [acknowledged],
      ['ann', 'caseworker', 'triage', { ...triage, urgency: 'whenever' }],
      { kind: 'bad-inputs', problems: [{ field: 'urgency', problem: 'Choose one of the list.' }] },
    ],
    [
      'a blank reason is none',
      [acknowledged, triaged],
      ['ann', 'caseworker', 'take-no-further', { reason: '   ' }],
      { kind: 'bad-inputs', problems: [{ field: 'reason' }] },
    ],
    [
      'what is closed stays closed',
      [acknowledged, ['ann', 'caseworker', 'refer', { 'referred-to': 'police', reason: 'Threats.' }]],
      acknowledged,
      { kind: 'no-such-move' },
    ],
    [
      'a formal case is not ended by its reporter',
      [acknowledged, triaged, asked, started],
      ['reporter', 'reporter', 'withdraw'],
      { kind: 'no-such-move' },
    ],
  ])('%s', (_what, before, step, expected) => {
    expect(when(given(...before), step)).toMatchObject(expected);
  });
});

describe('an event', () => {
  test('keeps only the inputs that its row asks for', () => {
    const event = when(given(), [
      'ann',
      'caseworker',
      'acknowledge',
      { message: 'Hello', outcome: 'dismissal', role: 'admin' },
    ]);
    expect(event).toMatchObject({ kind: 'moved', inputs: { message: 'Hello' } });
    expect(event).not.toHaveProperty('inputs.outcome');
    expect(event).not.toHaveProperty('inputs.role');
  });

  test('of an impossible history is refused as our own mistake', () => {
    const jump: IncidentEvent = {
      kind: 'moved',
      at,
      by: 'ann',
      move: 'x',
      from: 'submitted',
      to: 'outcome',
      duty: null,
      inputs: {},
    };
    expect(() => fold([reported, jump])).toThrow('without its triage');
    expect(() => fold([jump])).toThrow('cannot begin with');
  });
});
