import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { interpret } from '../../src/interpret/interpret.ts';
import { loadCrisisTable } from '../../src/organisation/crisis.ts';
import { loadInterpretKnowledge } from '../../src/organisation/intents.ts';

const folder = mkdtempSync(join(tmpdir(), 'intents-'));

/** A policy file with one passage changed, as its owner might break it. */
function changed(name: string, from: string, to: string): string {
  const text = readFileSync(`policy/${name}`, 'utf8');
  expect(text).toContain(from);
  const file = join(folder, name);
  writeFileSync(file, text.replace(from, to));
  return file;
}

describe('a broken file is refused with its name and the reason', () => {
  test('crisis.yaml with an unknown heading', () => {
    const file = changed('crisis.yaml', '\nnear-misses:', '\nnear-mises:');
    expect(() => loadCrisisTable(file)).toThrow(/crisis\.yaml, line \d+: .*near-mis/);
  });

  test('crisis.yaml with a phrase that makes no sense', () => {
    const file = changed('crisis.yaml', 'not worth (living', 'not {unheard-of} (living');
    expect(() => loadCrisisTable(file)).toThrow(/crisis\.yaml.*unheard-of/);
  });

  test('intents.yaml with an intent nobody knows', () => {
    const file = changed('intents.yaml', '\n  small-talk: |', '\n  chit-chat: |');
    expect(() => loadInterpretKnowledge(file, 'policy/crisis.yaml', 'policy/questions.yaml')).toThrow(
      /intents\.yaml, line \d+/,
    );
  });
});

describe('the subject access examples of policy/intents.yaml hold', () => {
  const knowledge = loadInterpretKnowledge();
  const rows = parse(readFileSync('policy/intents.yaml', 'utf8'))['subject-access'] as Record<string, string[]>;
  test.each(rows.examples ?? [])('%s', (text) => expect(interpret(text, knowledge).topic).toBe('subject-access'));
  test.each(rows['near-misses'] ?? [])('%s', (text) => expect(interpret(text, knowledge).topic).toBeUndefined());
});
