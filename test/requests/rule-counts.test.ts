import { setImmediate as turn } from 'node:timers/promises';
import { createRuleCounts, fewestPeople } from '../../src/requests/rule-counts.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openSqliteStore } from '../../src/store/sqlite.ts';
import type { Change, Store } from '../../src/store/store.ts';
import { Conflict } from '../../src/store/store.ts';

/** A real store that tells how often it was written to, and can be made to lose a race. */
async function watched() {
  const real = await openSqliteStore(':memory:', passingKeyring());
  const commits: (readonly Change[])[] = [];
  let losing = 0;
  const store: Store = {
    read: (kind, id) => real.read(kind, id),
    list: (query) => real.list(query),
    close: () => real.close(),
    commit: async (changes) => {
      if (losing-- > 0) throw new Conflict('another replica was faster');
      await real.commit(changes);
      commits.push(changes);
    },
  };
  return { store, commits, lose: (times: number) => (losing = times) };
}

const at = () => new Date('2026-11-30T23:30:00Z');
const people = (count: number) => Array.from({ length: count }, (_, i) => `10000000-0000-4000-8000-00000000000${i}`);
const settled = async () => {
  for (let i = 0; i < 20; i++) await turn();
};
const warn = () => {
  throw new Error('nothing should go wrong');
};

test('nothing is written before five different people are behind it', async () => {
  const { store, commits } = await watched();
  const counts = createRuleCounts(store, at, warn);
  for (let again = 0; again < 50; again++) for (const oid of people(fewestPeople - 1)) counts.note(oid, ['bullying']);
  await settled();
  expect(commits).toEqual([]);
});

test('each person counts once in a batch for a rule, however often they check and check again', async () => {
  const { store } = await watched();
  const counts = createRuleCounts(store, at, warn);
  const [first = '', ...others] = people(fewestPeople);
  for (let again = 0; again < 7; again++) counts.note(first, ['bullying', 'disrepute']);
  for (const oid of others) counts.note(oid, ['disrepute']);
  await settled();
  expect((await store.read('rule-count', '2026-11'))?.body).toEqual({
    people: 5,
    rules: { bullying: 1, disrepute: 5 },
  });
});

test('what is written has a month, and no trace of anybody', async () => {
  const { store, commits } = await watched();
  const counts = createRuleCounts(store, at, warn);
  for (const oid of people(fewestPeople)) counts.note(oid, ['copyright']);
  await settled();
  const written = JSON.stringify(commits);
  for (const oid of people(fewestPeople)) expect(written).not.toContain(oid);
  expect(written).not.toMatch(/2026-11-\d\d/);
  expect(commits).toHaveLength(1);
});

test('a replica that was faster loses nobody', async () => {
  const { store, lose } = await watched();
  const counts = createRuleCounts(store, at, warn);
  lose(2);
  for (const oid of people(fewestPeople)) counts.note(oid, ['impartiality']);
  await settled();
  expect((await store.read('rule-count', '2026-11'))?.body).toEqual({ people: 5, rules: { impartiality: 5 } });
});
