import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { draftFeatures } from '../src/drafts/draft-features.ts';
import type { RuleId, Verdict } from '../src/drafts/finding.ts';
import { readPassages } from '../src/drafts/passage-features.ts';
import { Reading } from '../src/drafts/reading.ts';
import type { RuleBook } from '../src/drafts/rule-book.ts';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';
import type { Passage } from './logistic.ts';

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
  const share = {
    'nhs_fft_dev.jsonl': 5,
    'nhsuk_manual_dev.jsonl': 4,
    'politeness_train.jsonl': 8,
    'davidson.jsonl': 2,
    'edos_train.jsonl': 8,
  };
  return Object.entries(share).flatMap(([name, every]) => {
    const file = join(folder, name);
    if (!existsSync(file)) return [];
    return readJsonLines<{ text: string; y: number | null; label: string }>(file)
      .filter((row) => row.y !== 1 && row.label !== 'offensive')
      .filter((_, index) => index % every === 0)
      .map((row) => row.text);
  });
}

/**
 * Passages of labelled drafts for one rule. A passage is positive when it overlaps words that a person marked; in a draft
 * that breaks the rule the other passages count for less, for the marking is not exact. Drafts where the rule may be
 * raised without penalty teach nothing and are left out.
 */
export function passagesFor(rule: RuleId, drafts: readonly LabelledDraft[], book: RuleBook): Passage[] {
  return drafts.flatMap((draft, index) => {
    if (!draft.rules.includes(rule) && draft.also_acceptable?.includes(rule)) return [];
    const broken = draft.rules.includes(rule);
    const reading = new Reading(draft as { text: string }, book);
    const marked = (draft.spans ?? []).map((text) => {
      const start = draft.text.indexOf(text);
      return { start, end: start + text.length };
    });
    return readPassages(reading).map(({ from, to, features }) => {
      const { start, end } = reading.span(from, to);
      const positive = broken && marked.some((span) => Math.min(end, span.end) - Math.max(start, span.start) > 3);
      return { features, positive, weight: positive ? 2 : broken ? 0.3 : 1, draft: index };
    });
  });
}

export function innocentPassages(texts: readonly string[], book: RuleBook, firstDraft: number): Passage[] {
  return texts.flatMap((text, index) =>
    readPassages(new Reading({ text }, book)).map(({ features }) => ({
      features,
      positive: false,
      weight: 0.2,
      draft: firstDraft + index,
    })),
  );
}

/** Labelled drafts as wholes. Drafts where the rule may be raised without penalty are left out. */
export function wholeDrafts(rule: RuleId, drafts: readonly LabelledDraft[], book: RuleBook): Passage[] {
  return drafts.flatMap((draft, index) => {
    const broken = draft.rules.includes(rule);
    if (!broken && draft.also_acceptable?.includes(rule)) return [];
    const features = draftFeatures(new Reading({ text: draft.text }, book));
    return [{ features, positive: broken, weight: broken ? 2 : 1, draft: index }];
  });
}

export function wholeInnocent(texts: readonly string[], book: RuleBook, firstDraft: number): Passage[] {
  return texts.map((text, index) => ({
    features: draftFeatures(new Reading({ text }, book)),
    positive: false,
    weight: 0.2,
    draft: firstDraft + index,
  }));
}

/** Of the drafts that break one rule: those of a verdict against the others. */
export function severityRows(
  rule: RuleId,
  verdict: Verdict,
  drafts: readonly LabelledDraft[],
  book: RuleBook,
): Passage[] {
  return drafts.flatMap((draft, index) =>
    draft.rules.includes(rule)
      ? [
          {
            features: draftFeatures(new Reading({ text: draft.text }, book)),
            positive: draft.verdict === verdict,
            weight: draft.verdict === verdict ? 2 : 1,
            draft: index,
          },
        ]
      : [],
  );
}
