import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';

export const readJsonLines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** The labelled drafts of `folder` that are for training; files called "held-out" are left aside. */
export function readDrafts(folder: string): LabelledDraft[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('drafts') && name.endsWith('.jsonl') && !name.includes('held-out'))
    .sort()
    .flatMap((name) => readJsonLines<LabelledDraft>(join(folder, name)));
}

/** Innocent texts of other people: patient comments, health pages, requests. Empty where the folder is not there. */
export function readInnocent(folder: string): string[] {
  const share = { 'nhs_fft_dev.jsonl': 3, 'nhsuk_manual_dev.jsonl': 2, 'politeness_train.jsonl': 8 };
  return Object.entries(share).flatMap(([name, every]) => {
    const file = join(folder, name);
    if (!existsSync(file)) return [];
    return readJsonLines<{ text: string }>(file)
      .filter((_, index) => index % every === 0)
      .map((row) => row.text);
  });
}
