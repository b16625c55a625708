import { addEvidence } from '../../src/casework/evidence.ts';
import { file, who } from '../casework/world.ts';
import { type Answered, startTabWorld, type TabWorld } from './tab-world.ts';

let tab: TabWorld;
let reference = '';
let evidence = '';
const nowhere = 'CIP-00000-00000';

beforeAll(async () => {
  tab = await startTabWorld();
  reference = (await file(tab.casework)).reference;
  await addEvidence(tab.casework, who('Asha'), reference, {
    name: 'what he wrote.txt',
    bytes: new TextEncoder().encode('Everybody laughed.'),
  });
  const { json: shown } = await tab.get(`incidents/${reference}`, 'Priya');
  evidence = shown.incident.evidence[0].id;
}, 120_000);
afterAll(() => tab.stop());

/**
 * Asha reported Tom. Priya and Colin are the casework team, Helen leads it and Martin may manage cases; Rhys, Lena and
 * Rowena manage Asha, and Sunita manages Tom. Dev is the information governance officer, Ffion the identity custodian.
 */
const everybody = [
  'Priya',
  'Colin',
  'Helen',
  'Martin',
  'Asha',
  'Tom',
  'Rhys',
  'Sunita',
  'Rowena',
  'Dev',
  'Ffion',
  'Grace',
  'Jamie',
];
const team = ['Priya', 'Colin', 'Helen', 'Martin'];

const allowed: readonly [string, (name: string) => Promise<Answered>, readonly string[]][] = [
  ['the policy', (name) => tab.get('policy', name), everybody],
  ['a search', (name) => tab.get('search?words=facebook', name), everybody],
  ['who one is', (name) => tab.get('me', name), everybody],
  ['an incident', (name) => tab.get(`incidents/${reference}`, name), team],
  ['its version', (name) => tab.get(`incidents/${reference}/version`, name), team],
  ['its audit trail', (name) => tab.get(`incidents/${reference}/audit`, name), team],
  ['its evidence', (name) => tab.get(`incidents/${reference}/evidence/${evidence}`, name), team],
  ['a note on it', (name) => act('add-note', { reference, text: 'A note.' }, name), team],
  ['the figures', (name) => tab.get('figures', name), ['Dev']],
  ['the figures as a file', (name) => tab.get('figures/incidents', name), ['Dev']],
];

const act = (verb: string, data: object, name?: string) => tab.post('act', { verb, data }, name);

test.each(allowed)('%s is for exactly those whom it is for', async (_what, ask, names) => {
  const answered: string[] = [];
  for (const name of everybody) {
    const { status } = await ask(name);
    if (status === 200) answered.push(name);
    else expect({ name, refused: [403, 404].includes(status) }).toEqual({ name, refused: true });
  }
  expect(answered).toEqual(names);
});

test('nobody in particular gets the policy, and nothing else', async () => {
  const statusOf = async (path: string) => (await tab.get(path)).status;
  for (const path of ['setup', 'policy', 'search?words=facebook'])
    expect([path, await statusOf(path)]).toEqual([path, 200]);
  const closed = [
    'me',
    'incidents',
    `incidents/${reference}`,
    `watch?reference=${reference}`,
    'undelivered',
    'figures',
  ];
  for (const path of [...closed, `incidents/${reference}/audit`, `incidents/${reference}/evidence/${evidence}`])
    expect([path, await statusOf(path)]).toEqual([path, 401]);
  expect((await act('add-note', { reference, text: 'A note.' })).status).toBe(401);
});

describe.each(['Tom', 'Rhys', 'Sunita', 'Asha', 'Jamie'])(
  'to %s an incident that is kept from them is one that is not there',
  (name) => {
    const asks: readonly [string, (which: string) => Promise<Answered>][] = [
      ['opening it', (which) => tab.get(`incidents/${which}`, name)],
      ['its version', (which) => tab.get(`incidents/${which}/version`, name)],
      ['its audit trail', (which) => tab.get(`incidents/${which}/audit`, name)],
      ['its evidence', (which) => tab.get(`incidents/${which}/evidence/${evidence}`, name)],
      ['watching it', (which) => tab.get(`watch?reference=${which}`, name)],
      ['moving it', (which) => act('move-incident', { reference: which, move: 'acknowledge', version: 1 }, name)],
      ['a note', (which) => act('add-note', { reference: which, text: 'A note.' }, name)],
      ['stepping back', (which) => act('recuse', { reference: which, text: '' }, name)],
    ];

    test.each(asks)('%s', async (_what, ask) => {
      const seen = async (which: string) => {
        tab.operations.length = 0;
        const { status, headers, text } = await ask(which);
        // The same work takes the same time; what it takes to the microsecond is not for a test.
        return { status, headers, text, operations: [...tab.operations] };
      };
      const kept = await seen(reference);
      expect(kept).toEqual(await seen(nowhere));
      expect(kept.status).toBe(404);
    });

    test('the list does not have it', async () => {
      for (const query of ['', '?whose=team', '?whose=team&due=week', '?whose=team&status=submitted'])
        expect((await tab.get(`incidents${query}`, name)).text).not.toContain(reference);
    });
  },
);

test('a stale move does nothing and says so; bad answers name their field', async () => {
  const { incident } = (await tab.get(`incidents/${reference}`, 'Priya')).json;
  const stale = await act(
    'move-incident',
    { reference, move: 'acknowledge', version: incident.seenVersion - 1 },
    'Priya',
  );
  expect([stale.status, stale.json.refusal.kind]).toEqual([409, 'stale']);
  const empty = await act('add-note', { reference, text: ' ' }, 'Priya');
  expect([empty.status, empty.json.refusal.problems[0].field]).toEqual([422, 'text']);
  const moved = await act('move-incident', { reference, move: 'acknowledge', version: incident.seenVersion }, 'Priya');
  expect(moved.json.page.incident.status).toBe('acknowledged');
});

test('an incident carries exactly the moves of whoever looks', async () => {
  const movesOf = async (name: string) => {
    const { moves } = (await tab.get(`incidents/${reference}`, name)).json;
    return moves.map((move: { opens: string }) => move.opens);
  };
  expect(await movesOf('Priya')).toEqual(['triage', 'take-no-further', 'refer']);
});

test('a name that may mean somebody is asked about; naming oneself ends the access', async () => {
  const data = { reference, part: 'witness', name: 'Colin Marsh' };
  const asked = (await act('name-party', data, 'Colin')).json;
  expect(asked).toMatchObject({
    kind: 'choose',
    people: [{ title: 'Colin Marsh, HR caseworker' }, { title: 'None of these' }],
  });
  const named = await act('name-party', { ...data, person: asked.people[0].value }, 'Colin');
  expect(named.json.refusal.kind).toBe('handed-on');
  expect((await tab.get(`incidents/${reference}`, 'Colin')).status).toBe(404);
});

test('every look at content is in the audit trail, and asking for the version is none', async () => {
  const trail = async () =>
    (await tab.get(`incidents/${reference}/audit`, 'Priya')).json.map((line: { what: string }) => line.what);
  const before = (await trail()).length;
  await tab.get(`incidents/${reference}/version`, 'Priya');
  await tab.get(`incidents/${reference}`, 'Priya');
  await tab.get(`incidents/${reference}/evidence/${evidence}`, 'Priya');
  expect((await trail()).slice(before)).toEqual(['incident.audit-read', 'incident.read', 'incident.evidence-read']);
});

test('a note that tells of danger is kept, and the words that come first come with it', async () => {
  const { json } = await act('add-note', { reference, text: 'She said: i want to kill myself.' }, 'Priya');
  expect([json.kind, JSON.stringify(json.crisis)]).toEqual(['incident', expect.stringContaining('116 123')]);
  expect((await act('add-note', { reference, text: 'She is well.' }, 'Priya')).json.crisis).toBeNull();
});

test('a verb that is no button of an incident does nothing', async () => {
  for (const verb of ['act-as', 'file-report', 'open-incident', 'constructor', ''])
    expect({ verb, refused: [404, 422].includes((await act(verb, {}, 'Priya')).status) }).toEqual({
      verb,
      refused: true,
    });
});
