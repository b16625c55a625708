import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ruleIds } from '../../src/drafts/finding.ts';
import type { LabelledDraft } from '../../src/drafts/score-drafts.ts';
import { readJsonLines } from '../corpus.ts';
import { fillGroups, pickerOf } from '../group-talk/fill-groups.ts';

/** Of each outside source every so many sentences. */
const outside: Readonly<Record<string, number>> = {
  'hatemojibuild_train.jsonl': 4,
  'toxigen_demos.jsonl': 1,
  'stormfront_train.jsonl': 12,
  'identity_templates_train.jsonl': 4,
};

/** Sentences about groups of people, hateful and innocent: they teach what discrimination is, and nothing of other rules. */
export function readPeopleSentences(ownFolder: string, folder: string): LabelledDraft[] {
  const pick = pickerOf(17);
  const own = (name: string, hostile: boolean) =>
    readFileSync(join(ownFolder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'))
      .map((line) => ({ text: fillGroups(line, pick), hostile }));
  const others = Object.entries(outside).flatMap(([name, every]) => {
    const file = join(folder, name);
    if (!existsSync(file)) return [];
    return readJsonLines<{ text: string; y: number | null }>(file)
      .filter((_, index) => index % every === 0)
      .map(({ text, y }) => ({ text, hostile: y === 1 }));
  });
  return [...own('hostile.txt', true), ...own('innocent.txt', false), ...others].map(({ text, hostile }, at) => ({
    id: `people-${at}`,
    text,
    rules: hostile ? ['discrimination'] : [],
    also_acceptable: ruleIds.filter((rule) => rule !== 'discrimination'),
    verdict: hostile ? 'stop' : 'ok',
    spans: [text],
  }));
}
