import { mayAllKnow } from '../../src/casework/may-all-know.ts';
import { file, who, world } from './world.ts';

test.each<[string, readonly string[], boolean]>([
  ['the casework team', ['Priya', 'Colin'], true],
  ['the team and its lead', ['Priya', 'Helen'], true],
  ['the team and the person complained of', ['Priya', 'Tom'], false],
  ['the team and the reporter', ['Priya', 'Asha'], false],
  ["the team and the reporter's manager", ['Priya', 'Rhys'], false],
  ['the team and somebody without a part', ['Priya', 'Jamie'], false],
  ['the team and the identity custodian', ['Priya', 'Ffion'], false],
  ['nobody', [], false],
])('something about an incident may be said where %s read along: %s %s', async (_who, names, expected) => {
  const casework = await world();
  const { reference } = await file(casework);
  const oids = names.map((name) => who(name).oid);
  expect(await mayAllKnow(casework, reference, oids)).toBe(expected);
  expect(await mayAllKnow(casework, 'CIP-00000-00000', oids)).toBe(false);
  expect(await mayAllKnow(casework, reference, [...oids, ''])).toBe(false);
});
