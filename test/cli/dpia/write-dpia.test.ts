import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { held } from '../../../src/cli/dpia/held.ts';
import { risks } from '../../../src/cli/dpia/risks.ts';
import { screening } from '../../../src/cli/dpia/screening.ts';
import { writeDpia } from '../../../src/cli/dpia/write-dpia.ts';
import { organisation } from '../../requests/world.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.startsWith('cli'))
  .map((file) => readFileSync(`src/${file}`, 'utf8'))
  .join('\n');

/** Every kind of record that the code reads, lists or writes. */
const kinds = [
  ...sources.matchAll(
    /store\.(?:read|list)\((?:\{ kind: )?'([a-z-]+)'|\bput(?:: | = )\{ kind: '([a-z-]+)'|^(?:export )?const kind = '([a-z-]+)'/gm,
  ),
].map((match) => match.slice(1).find((kind) => kind !== undefined) ?? '');

test('every kind of record is explained, and no other', () => {
  expect(new Set(kinds).size).toBeGreaterThan(9);
  expect([...new Set([...kinds, 'audit-entry'])].sort()).toEqual(Object.keys(held).sort());
});

test('the screening answers questions 2, 8 and 9 with Yes, each with a reason', () => {
  expect(screening).toHaveLength(10);
  for (const question of [2, 8, 9]) expect(screening[question - 1]?.answer).toBe('Yes');
  for (const { why } of screening) expect(why.length).toBeGreaterThan(20);
});

test('every measure names a test that there is', () => {
  for (const { held: by } of risks)
    for (const file of by.match(/test\/[\w/-]+\.test\.ts/g) ?? [])
      expect([file, existsSync(file)]).toEqual([file, true]);
  expect(risks.filter(({ held: by }) => /test\/|npm run/.test(by))).toHaveLength(risks.length);
});

test('names the groups, contacts and words of this organisation', () => {
  const text = writeDpia(organisation);
  for (const { group } of Object.values(organisation.routing.teams)) expect(text).toContain(`\`${group}\``);
  expect(text).toContain(organisation.support.informationGovernance.reach);
  expect(text).toContain('Appendix 2 of the policy');
  expect(text).not.toMatch(/undefined|\[object/);
});

test('docs/dpia.md is what the code says today (npm run --silent cli -- dpia > docs/dpia.md)', () => {
  expect(readFileSync('docs/dpia.md', 'utf8')).toBe(writeDpia(organisation));
});
