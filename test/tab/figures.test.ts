import { createRuleCounts } from '../../src/requests/rule-counts.ts';
import { file, people, who } from '../casework/world.ts';
import { startTabWorld, type TabWorld } from './tab-world.ts';

let tab: TabWorld;
let minutes = 0;
beforeAll(async () => {
  tab = await startTabWorld();
}, 120_000);
afterAll(() => tab.stop());

/** The figures, counted anew: time has passed since they were last. */
async function figuresOf(firstName: string) {
  minutes += 10;
  tab.casework.at(new Date(Date.parse('2026-06-08T08:00:00Z') + minutes * 60_000).toISOString());
  const { json } = await tab.get('figures', firstName);
  const table = (id: string) => json.tables.find((one: { id: string }) => one.id === id);
  return { incidents: table('incidents'), rules: table('rules'), questions: table('questions') };
}

const report = (subject: string) =>
  file(tab.casework, { subjects: [{ name: who(subject).name, oid: who(subject).oid }] }, who('Jamie'));

test('a month with four incidents shows none of them, one with five shows five', async () => {
  for (let count = 0; count < 4; count++) await report('Grace');
  expect((await figuresOf('Dev')).incidents).toMatchObject({ total: null });
  await report('Grace');
  const { incidents } = await figuresOf('Dev');
  expect(incidents.total).toBe(5);
  expect(incidents.columns.at(-1)).toBe('Jun 2026');
  expect(incidents.rows[0]).toMatchObject({ label: 'Submitted', total: 5 });
});

test('an officer’s figures do not count what is kept from them', async () => {
  for (let count = 0; count < 6; count++) await report('Dev');
  expect((await figuresOf('Dev')).incidents.total).toBe(5);
});

test('rules are counted over five people, and shown from five on', async () => {
  const counts = createRuleCounts(tab.casework.store, tab.casework.now, () => {});
  const oids = people.slice(0, 10).map(({ oid }) => oid);
  for (const oid of oids) counts.note(oid, oid === oids[0] ? ['bullying', 'disrepute'] : ['disrepute']);
  await new Promise((done) => setTimeout(done, 50));
  const { rules } = await figuresOf('Dev');
  const shown = rules.rows.map(({ total }: { total: number | null }) => total);
  expect(shown).not.toContain(1);
  expect(shown.filter((total: number | null) => total === null).length).toBeGreaterThanOrEqual(1);
});

test('questions without an answer stand by what came nearest, without a word of them', async () => {
  for (let count = 0; count < 6; count++)
    await tab.post('ask', { question: 'Does the policy say how many followers I may have?' }, 'Jamie');
  minutes += 10;
  tab.casework.at(new Date(Date.parse('2026-06-08T08:00:00Z') + minutes * 60_000).toISOString());
  const { text, json } = await tab.get('figures', 'Dev');
  expect(text).not.toContain('followers');
  expect(json.tables.find((one: { id: string }) => one.id === 'questions').total).toBe(6);
});

test('the file says what the page says: the same counts, and the same kept back', async () => {
  const { incidents } = await figuresOf('Dev');
  const { text, headers } = await tab.get('figures/incidents', 'Dev');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = text.replace('\ufeff', '').trim().split('\r\n');
  expect(lines[0]).toBe(`Status now,${incidents.columns.join(',')},Total`);
  expect(lines[1]).toMatch(/^Submitted,(0,){11}5,5$/);
  expect((await tab.get('figures/nothing', 'Dev')).status).toBe(404);
});
