import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featuresOf } from '../../src/drafts/group-talk/features.ts';
import type { Lexicon } from '../../src/drafts/group-talk/lexicon.ts';
import { type Passage, passagesOf, readTalks } from '../../src/drafts/group-talk/passages.ts';
import { Reading } from '../../src/drafts/reading.ts';
import type { RuleBook } from '../../src/drafts/rule-book.ts';
import type { LabelledDraft } from '../../src/drafts/score-drafts.ts';
import { hash } from '../../src/text/linear-model.ts';
import { readJsonLines } from '../corpus.ts';
import { composeSentences } from './compose-sentences.ts';
import { fillGroups, pickerOf } from './fill-groups.ts';
import type { Sample } from './fit-passages.ts';

interface Row {
  readonly text: string;
  readonly y: number | null;
  readonly label: string;
}

/** How each outside source is used: its weight, and which rows. Weights stand for how well its labels fit this task. */
const outside: readonly {
  file: string;
  source: string;
  weight: number;
  keep?: (row: Row) => boolean;
  benign?: true;
}[] = [
  { file: 'hatemojibuild_train.jsonl', source: 'hatemoji', weight: 1 },
  { file: 'toxigen_demos.jsonl', source: 'toxigen', weight: 1 },
  { file: 'stormfront_train.jsonl', source: 'stormfront', weight: 0.4 },
  { file: 'edos_train.jsonl', source: 'edos', weight: 0.3 },
  { file: 'davidson.jsonl', source: 'davidson', weight: 0.1, keep: (row) => row.label !== 'offensive' },
  { file: 'identity_templates_train.jsonl', source: 'identity', weight: 0.2 },
  { file: 'nhs_fft_dev.jsonl', source: 'patients', weight: 1, benign: true },
  { file: 'nhsuk_manual_dev.jsonl', source: 'health pages', weight: 1, benign: true },
];

/** What teaches beside labelled drafts: own sentences, composed ones, and the outside sources of `folder` where it is there. */
export function readSamples(book: RuleBook, ownFolder: string, folder: string): Sample[] {
  const lexicon = book.people as Lexicon;
  const sample =
    (source: string, weight: number) =>
    (text: string, hostile: boolean, onlySex = false): Sample[] => {
      const passages = passagesOf(readTalks(new Reading({ text }, book), lexicon));
      if (onlySex && !hostile && !passages.every(isOfSex)) return [];
      return [{ source, hostile, weight, passages: passages.map(hashed) }];
    };
  const others = outside.flatMap(({ file, source, weight, keep, benign }) => {
    const path = join(folder, file);
    if (!existsSync(path)) return [];
    const make = sample(source, weight);
    const rows = readJsonLines<Row>(path).filter((row) => keep?.(row) ?? true);
    return rows.flatMap((row) => make(row.text, benign ? false : row.y === 1, source === 'edos'));
  });
  return [...ownSamples(lexicon, ownFolder, sample('own', 1.5), sample('composed', 0.5)), ...others];
}

/** Labelled drafts; those where discrimination may be raised without penalty teach nothing. */
export function draftSamples(book: RuleBook, drafts: readonly LabelledDraft[]): Sample[] {
  const lexicon = book.people as Lexicon;
  return drafts.flatMap(({ text, rules, also_acceptable }) => {
    const hostile = rules.includes('discrimination');
    if (!hostile && also_acceptable?.includes('discrimination')) return [];
    const passages = passagesOf(readTalks(new Reading({ text }, book), lexicon)).map(hashed);
    return [{ source: 'drafts', hostile, weight: 1.5, passages }];
  });
}

/** EDOS labels sexism only: a sentence about another group teaches nothing there. */
const isOfSex = ({ talks }: Passage): boolean =>
  talks.every((talk) => talk.mentions.every((mention) => mention.characteristic === 'sex'));

const hashed = ({ talks }: Passage): Int32Array => Int32Array.from(featuresOf(talks), (feature) => hash(feature));

const groupsPerSentence = 4;

function ownSamples(
  { words }: Lexicon,
  folder: string,
  own: (text: string, hostile: boolean) => Sample[],
  composed: (text: string, hostile: boolean) => Sample[],
): Sample[] {
  const pick = pickerOf(7);
  const lines = (name: string) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const filled = (line: string, hostile: boolean) =>
    Array.from({ length: groupsPerSentence }, () => own(fillGroups(line, pick), hostile)).flat();
  return [
    ...lines('hostile.txt').flatMap((line) => filled(line, true)),
    ...lines('innocent.txt').flatMap((line) => filled(line, false)),
    ...composeSentences(words, 4000).flatMap(({ text, hostile }) => composed(fillGroups(text, pick), hostile)),
  ];
}
