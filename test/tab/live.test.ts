import { addNote } from '../../src/casework/act-on-incident.ts';
import { file, who } from '../casework/world.ts';
import { startTabWorld, type TabWorld } from './tab-world.ts';

let tab: TabWorld;
beforeAll(async () => {
  tab = await startTabWorld();
}, 120_000);
afterAll(() => tab.stop());

/** Everything that somebody's watch has said so far. */
async function watch(query: string, firstName: string) {
  const ending = new AbortController();
  const response = await tab.fetch(`/tab/api/watch?${query}`, {
    headers: await tab.headersFor(firstName),
    signal: ending.signal,
  });
  const heard = { text: '', ended: false, stop: () => ending.abort() };
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) heard.text += decoder.decode(piece, { stream: true });
  };
  read()
    .catch(() => {})
    .finally(() => {
      heard.ended = true;
    });
  await until(() => heard.text.includes(': watching'));
  return heard;
}

async function until(good: () => boolean): Promise<void> {
  for (let tries = 0; !good(); tries++) {
    if (tries === 200) throw new Error('waited in vain');
    await new Promise((done) => setTimeout(done, 25));
  }
}

const pings = (heard: { readonly text: string }) => heard.text.split('event: changed').length - 1;

test('says that an incident has changed, and nothing of what', async () => {
  const { reference } = await file(tab.casework);
  const heard = await watch(`reference=${reference}`, 'Priya');
  await addNote(tab.casework, who('Colin'), reference, 'Rang the reporter.');
  await until(() => pings(heard) === 1);
  expect(heard.text).toBe(': watching\n\nevent: changed\ndata:\n\n');
  heard.stop();
});

test('what happened between fetching and watching is told at once', async () => {
  const { reference } = await file(tab.casework);
  const { seenVersion } = (await tab.get(`incidents/${reference}`, 'Priya')).json.incident;
  const { seen } = (await tab.get('incidents', 'Priya')).json;
  await addNote(tab.elsewhere, who('Colin'), reference, 'In between.');
  await file(tab.elsewhere);
  const incident = await watch(`reference=${reference}&seen=${seenVersion}`, 'Priya');
  const list = await watch(`seen=${seen}`, 'Priya');
  await until(() => pings(incident) === 1 && pings(list) === 1);
  incident.stop();
  list.stop();
});

test('a new incident is news to its team, and none to somebody whom it is kept from', async () => {
  const team = await watch('whose=team', 'Priya');
  const kept = await watch('whose=team', 'Colin');
  await file(tab.casework, { subjects: [{ name: who('Colin').name, oid: who('Colin').oid }] });
  await until(() => pings(team) === 1);
  // Colin's watch has been looked at in the same rounds.
  await new Promise((done) => setTimeout(done, 400));
  expect(pings(kept)).toBe(0);
  team.stop();
  kept.stop();
});

test('what was changed by another replica is seen at the next round', async () => {
  const { reference } = await file(tab.casework);
  const heard = await watch(`reference=${reference}`, 'Priya');
  await addNote(tab.elsewhere, who('Colin'), reference, 'From elsewhere.');
  await until(() => pings(heard) === 1);
  heard.stop();
});

test('whoever opens more and more of them loses the oldest, and nobody else does', async () => {
  const other = await watch('', 'Colin');
  const held: Awaited<ReturnType<typeof watch>>[] = [];
  for (let count = 0; count < 7; count++) held.push(await watch('', 'Helen'));
  await until(() => held[0]?.ended === true);
  expect([...held.slice(1), other].map(({ ended }) => ended)).toEqual(Array(7).fill(false));
  for (const one of [...held, other]) one.stop();
});

test('ends with the program, so that nobody waits for it', async () => {
  const other = await startTabWorld();
  const response = await fetch(`${other.root}/tab/api/watch`, { headers: await other.headersFor('Priya') });
  const ended = response.text();
  await other.stop();
  expect(await ended).toContain(': watching');
});
