import { readFileSync } from 'node:fs';
import type { Refusal, Who } from '../../src/casework/casework.ts';
import { type Status, statuses } from '../../src/incidents/incident.ts';
import { pressShapes } from '../../src/requests/press-shapes.ts';
import { readPress } from '../../src/requests/read-press.ts';
import { refusalWords } from '../../src/requests/say-refusal.ts';
import type { Reply } from '../../src/requests/turn.ts';
import { process } from '../casework/world.ts';
import { inputs, relations, type Situation, situationAt } from './situations.ts';

type Verb = keyof typeof pressShapes;
type About = Pick<Situation, 'reference' | 'version' | 'evidence' | 'alertId' | 'status'>;

const report = { nonce: 'nonce-nonce-authority', level: 'named', happened: 'x', when: 'today', safeNow: 'yes' };
const somebody = { part: 'witness', name: 'nobody of the directory', person: '' };
const moveFrom = (status: Status) => process.moves.find(({ from }) => from.includes(status))?.move ?? 'acknowledge';

/** What each button would send. A verb without a line here fails the first test: whoever adds one says who may press it. */
const presses: { readonly [V in Verb]: (about: About) => object } = {
  help: () => ({}),
  'ask-policy': () => ({ question: 'Who owns this policy?' }),
  'show-section': () => ({ clause: '6.1.3' }),
  'search-policy': () => ({ words: 'photo' }),
  'open-answer-feedback': () => ({ question: 'x', clause: '6.1.3' }),
  'send-answer-feedback': () => ({ question: 'x', clause: '6.1.3', comment: 'x' }),
  'open-check-form': () => ({}),
  'check-draft': () => ({ draft: 'Tea with the team' }),
  'open-profile-form': () => ({}),
  'check-profile': () => ({ draft: 'Nurse, runner, tea' }),
  'open-finding-feedback': () => ({ rule: 'bullying', clause: '6.1.3' }),
  'send-finding-feedback': () => ({ rule: 'bullying', clause: '6.1.3', comment: 'x' }),
  'open-report': () => ({}),
  'open-report-form': () => ({ level: 'named' }),
  'ask-advice': () => ({}),
  'file-report': () => report,
  'say-who': ({ reference }) => ({ reference, part: 'subject', name: 'Tom', person: 'nobody' }),
  'my-reports': () => ({}),
  'report-status': ({ reference }) => ({ reference }),
  'refresh-report': ({ reference }) => ({ reference }),
  'add-to-report': ({ reference }) => ({ reference, text: 'more' }),
  'withdraw-report': ({ reference }) => ({ reference, reason: 'r' }),
  'answer-check-in': ({ reference }) => ({ reference, retaliation: 'no', text: 'x' }),
  'my-incidents': () => ({}),
  'told-by-hand': ({ alertId }) => ({ alertId }),
  'open-incident': ({ reference }) => ({ reference }),
  'refresh-incident': ({ reference }) => ({ reference }),
  'read-incident': ({ reference }) => ({ reference, part: 'report', from: 0 }),
  'open-move': ({ reference, status }) => ({ reference, move: moveFrom(status) }),
  'show-audit': ({ reference }) => ({ reference, after: 0 }),
  'show-evidence': ({ reference }) => ({ reference, from: 0 }),
  'open-evidence': ({ reference, evidence }) => ({ reference, id: evidence }),
  'copy-evidence': ({ reference, evidence }) => ({ reference, id: evidence }),
  'take-evidence': ({ reference, evidence }) => ({ reference, id: evidence }),
  'leave-evidence': () => ({}),
  'name-party': ({ reference }) => ({ reference, ...somebody }),
  'move-incident': ({ reference, status, version }) => ({ reference, move: moveFrom(status), version, ...inputs }),
  'add-note': ({ reference }) => ({ reference, text: 'note' }),
  'message-reporter': ({ reference }) => ({ reference, text: 'message' }),
  'pause-clocks': ({ reference }) => ({ reference, text: 'reason' }),
  'resume-clocks': ({ reference }) => ({ reference }),
  recuse: ({ reference }) => ({ reference, text: '' }),
  'reveal-identity': ({ reference }) => ({ reference, reason: 'a reason that is long enough' }),
  'open-act-as': () => ({}),
  'act-as': () => ({ person: 'Priya' }),
};

const verbs = Object.keys(pressShapes) as Verb[];
/** The verbs that speak of one incident, by their own shapes. */
const isBound = (verb: Verb) => ['reference', 'alertId'].some((field) => field in pressShapes[verb].shape);

/** The words of each refusal, by which it is known again on a card. */
const refusals: readonly (readonly [Refusal['kind'], string])[] = (
  [
    { kind: 'not-found' },
    { kind: 'not-yours' },
    { kind: 'stale', status: 'submitted' },
    { kind: 'separation', duty: 'triage', done: 'investigation' },
    { kind: 'bad-inputs', problems: [] },
    { kind: 'directory-down' },
    { kind: 'too-many-tries', againAt: '2026-11-23T09:00:00Z' },
  ] as Refusal[]
).map((refusal) => [refusal.kind, refusalWords(refusal).headline]);

let turns = 0;
async function press({ world }: Situation, by: Who, verb: Verb, data: object): Promise<readonly Reply[]> {
  const request = readPress(verb, data);
  if (request.kind === 'unreadable') throw new Error(`${verb}: ${request.detail} is not what it takes`);
  return world.answer({
    ...{ id: `turn-${turns++}`, at: world.now, request, attachments: [], actor: { ...by, channelId: '29:x' } },
    place: { conversationId: 'a:x', kind: 'personal', serviceUrl: 'https://smba.trafficmanager.net/uk/' },
  });
}

/** Why it was not done, if it was not. */
async function refusalOf(situation: Situation, by: Who, verb: Verb): Promise<Refusal['kind'] | undefined> {
  situation.written();
  const shown = JSON.stringify(await press(situation, by, verb, presses[verb](situation)));
  // Whoever may not do this is shown their list as it is.
  if (verb === 'told-by-hand') return situation.written().includes('alert') ? undefined : 'not-found';
  return refusals.find(([, headline]) => shown.includes(`"${headline}"`))?.[0];
}

/** For one status, a line for each relation: what they may press; then what they are told they may not. */
async function table(situation: Situation): Promise<string[]> {
  const lines: string[] = [];
  for (const [relation, by] of relations) {
    const may: string[] = [];
    const told: string[] = [];
    for (const verb of verbs.filter(isBound)) {
      const refusal = await refusalOf(situation, by, verb);
      if (refusal === undefined) may.push(verb);
      else if (refusal !== 'not-found') told.push(`${verb} ${refusal}`);
    }
    lines.push(`  ${relation}: ${may.join(' ') || '-'}${told.length > 0 ? ` | ${told.join(', ')}` : ''}`);
  }
  return [situation.status, ...lines, ''];
}

/** Nobody of these may know that the incident exists. */
const mustNotKnow = relations.filter(([relation]) =>
  /^(manager of|complained|above|witness|investigator|independent|information|stranger|caseworker of another)/.test(
    relation,
  ),
);

describe('every button of the product', () => {
  let submitted: Situation;
  beforeAll(async () => {
    submitted = await situationAt('submitted');
  });

  test('has a line in this table', () => {
    expect(Object.keys(presses).sort()).toEqual([...verbs].sort());
    expect(verbs.filter(isBound).length).toBeGreaterThan(20);
    expect([submitted.evidence, submitted.alertId]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
  });

  test.each(verbs.filter((verb) => !isBound(verb)))(
    '%s speaks of no incident, and says nothing of one',
    async (verb) => {
      for (const [relation, by] of mustNotKnow) {
        const shown = JSON.stringify(await press(submitted, by, verb, presses[verb](submitted)));
        expect([relation, shown.includes(submitted.reference)]).toEqual([relation, false]);
      }
    },
  );

  test.each(verbs.filter(isBound))(
    '%s of an incident that is kept from somebody is that of one that is not there',
    async (verb) => {
      const nowhere = { ...submitted, reference: 'CIP-00000-00000', evidence: 'none', alertId: 'none' };
      for (const [relation, by] of mustNotKnow) {
        const kept = JSON.stringify(await press(submitted, by, verb, presses[verb](submitted)));
        const absent = JSON.stringify(await press(submitted, by, verb, presses[verb](nowhere)));
        expect([relation, kept]).toEqual([relation, absent]);
      }
    },
  );
});

const drawing = 'test/authority/chat.drawn.txt';

test('who may press what, at every status, is as drawn; the drawing is under review', async () => {
  const drawn: string[] = [];
  for (const status of statuses) drawn.push(...(await table(await situationAt(status))));
  const text = drawn.join('\n');
  expect(text).toBe(readFileSync(drawing, 'utf8'));
}, 120_000);
