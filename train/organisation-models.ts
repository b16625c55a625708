import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { draftEvidence } from '../src/drafts/evidence/draft-evidence.ts';
import type { Evidence } from '../src/drafts/evidence/evidence.ts';
import { isPlausible } from '../src/drafts/evidence/plausible.ts';
import { sentenceEvidence } from '../src/drafts/evidence/sentence-evidence.ts';
import { Reading } from '../src/drafts/reading.ts';
import type { RuleBook } from '../src/drafts/rule-book.ts';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import { composeDrafts } from './compose.ts';
import { readDrafts, readInnocent, readJsonLines } from './corpus.ts';

/** `node train/organisation-models.ts [folder of innocent texts]`: the sentence and draft models of disrepute and confidentiality. */
const size = 1 << 16;
const folds = 4;
/** Turns of composing; each makes four or five short drafts. */
const composed = 400;
/** How much a false alarm on our own drafts counts: in life there are many more innocent drafts than among these. */
const alarmWeight = 1.6;
/** The most that may be held back of other people's innocent texts, as a share. */
const mostStrangers = 0.005;
/** Differences of F1 below this mean nothing. */
const indifferent = 0.02;
const rounds = 12;
const learning = 0.15;
const trained = ['disrepute', 'confidentiality'] as const;
type Trained = (typeof trained)[number];
/** How strongly weights are pulled to nothing; found by scores out of fold. */
export const pull = { sentence: 0.02, draft: 0.02 };

interface Row extends Evidence {
  readonly wanted: boolean;
  readonly weight: number;
  readonly draft: number;
}

interface Source {
  readonly text: string;
  readonly label: LabelledDraft | null;
  readonly sentences: readonly { readonly evidence: Evidence; readonly marked: boolean }[];
  readonly whole: Evidence;
  readonly plausible: Readonly<Record<Trained, boolean>>;
}

function trainAll(): void {
  const book = readRuleBook('policy', () => null);
  const sources = [
    ...readDrafts('test/examples').map((draft) => read(book, draft.text, draft)),
    ...composeDrafts('train/organisation-parts.yaml', composed).map((draft) => read(book, draft.text, draft)),
    ...strangers(process.argv[2] ?? '../shared/data/train').map((text) => read(book, text, null)),
  ];
  mkdirSync('models', { recursive: true });
  for (const rule of trained) {
    const outside = scoresOutOfFold(rule, sources);
    const weighed = sources.map((source, index) => ({ source, score: outside[index] as number }));
    const line = bestLine(
      rule,
      sources,
      weighed.filter(({ source }) => source.plausible[rule]),
    );
    write(`${rule}-sentence`, fit(sentenceRows(rule, sources), pull.sentence), line);
    write(`${rule}-draft`, fit(draftRows(rule, sources), pull.draft), line);
    write(`${rule}-gravity`, fit(gravityRows(rule, sources), pull.draft), 0);
  }
}

/** Innocent texts of other people, with every other patient comment: what patients say of a service is not disrepute. */
export function strangers(folder: string): string[] {
  const file = `${folder}/nhs_fft_dev.jsonl`;
  const comments = existsSync(file) ? readJsonLines<{ text: string }>(file).filter((_, index) => index % 2 === 1) : [];
  return [...new Set([...readInnocent(folder), ...comments.map(({ text }) => text)])];
}

export function read(book: RuleBook, text: string, label: LabelledDraft | null): Source {
  const reading = new Reading({ text }, book);
  const marked = (label?.spans ?? []).map((span) => ({
    start: text.indexOf(span),
    end: text.indexOf(span) + span.length,
  }));
  return {
    text,
    label,
    whole: draftEvidence(reading),
    plausible: {
      disrepute: isPlausible(reading, 'disrepute'),
      confidentiality: isPlausible(reading, 'confidentiality'),
    },
    sentences: reading.sentences.map(({ start, end }, index) => ({
      evidence: sentenceEvidence(reading, index),
      marked: marked.some(
        (span) => Math.min(end, span.end) - Math.max(start, span.start) > Math.min(8, (span.end - span.start) / 2),
      ),
    })),
  };
}

/** Broken, innocent, or neither: drafts where the rule may be raised without penalty teach nothing. */
function standing(rule: Trained, { label }: Source): 'broken' | 'innocent' | 'open' {
  if (label === null) return 'innocent';
  if (label.rules.includes(rule)) return 'broken';
  return label.rules.length > 0 && label.also_acceptable?.includes(rule) ? 'open' : 'innocent';
}

export function sentenceRows(rule: Trained, sources: readonly Source[]): Row[] {
  return sources.flatMap((source, draft) => {
    const is = standing(rule, source);
    if (is === 'open') return [];
    return source.sentences.flatMap(({ evidence, marked }) =>
      is === 'broken' && !marked
        ? []
        : [
            {
              ...evidence,
              wanted: is === 'broken',
              weight: source.label === null ? 0.5 : is === 'broken' ? 2 : 1,
              draft,
            },
          ],
    );
  });
}

export function draftRows(rule: Trained, sources: readonly Source[]): Row[] {
  return sources.flatMap((source, draft) => {
    const is = standing(rule, source);
    if (is === 'open') return [];
    return [
      {
        ...source.whole,
        wanted: is === 'broken',
        weight: source.label === null ? 0.5 : is === 'broken' ? 1.5 : 1,
        draft,
      },
    ];
  });
}

/** Of drafts that break this rule alone: those that must not be posted against those that editing mends. */
function gravityRows(rule: Trained, sources: readonly Source[]): Row[] {
  return sources.flatMap(({ label, whole }, draft) =>
    label?.rules.length === 1 && label.rules[0] === rule
      ? [{ ...whole, wanted: label.verdict === 'stop', weight: 1, draft }]
      : [],
  );
}

/** Logistic regression by AdaGrad in a fixed order. */
export function fit(rows: readonly Row[], strength: number): Float32Array {
  const weights = new Float32Array(size);
  const slopes = new Float32Array(size).fill(1e-6);
  const order = rows.map((_, index) => index);
  let seed = 12345;
  for (let round = 0; round < rounds; round++) {
    for (let last = order.length - 1; last > 0; last--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const other = seed % (last + 1);
      [order[last], order[other]] = [order[other] as number, order[last] as number];
    }
    for (const index of order) step(rows[index] as Row, weights, slopes, strength);
  }
  return weights;
}

function step(
  { features, values, wanted, weight }: Row,
  weights: Float32Array,
  slopes: Float32Array,
  strength: number,
): void {
  const chance = 1 / (1 + Math.exp(-sum(weights, features, values)));
  const slope = (chance - (wanted ? 1 : 0)) * weight;
  for (let at = 0; at < features.length; at++) {
    const bucket = (features[at] as number) & (size - 1);
    const own = slope * (values[at] as number) + strength * (weights[bucket] as number);
    slopes[bucket] = (slopes[bucket] as number) + own * own;
    weights[bucket] = (weights[bucket] as number) - (learning * own) / Math.sqrt(slopes[bucket] as number);
  }
}

function sum(weights: Float32Array, features: Int32Array, values: Float32Array): number {
  let total = 0;
  for (let at = 0; at < features.length; at++)
    total += (weights[(features[at] as number) & (size - 1)] as number) * (values[at] as number);
  return total;
}

/** The mean of the best sentence's score and the draft's, as the rules use it. */
export function score(source: Source, sentence: Float32Array, draft: Float32Array): number {
  const best = Math.max(
    -9,
    ...source.sentences.map(({ evidence }) => sum(sentence, evidence.features, evidence.values)),
  );
  return (best + sum(draft, source.whole.features, source.whole.values)) / 2;
}

function scoresOutOfFold(rule: Trained, sources: readonly Source[]): number[] {
  const scores = new Array<number>(sources.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const others = (row: Row) => row.draft % folds !== fold;
    const sentence = fit(sentenceRows(rule, sources).filter(others), pull.sentence);
    const draft = fit(draftRows(rule, sources).filter(others), pull.draft);
    sources.forEach((source, index) => {
      if (index % folds === fold) scores[index] = score(source, sentence, draft);
    });
  }
  return scores;
}

/**
 * The middle of the scores whose F1 out of fold is about the best, for the curve is flat and its peak is chance. Of other
 * people's texts hardly any may be held back.
 */
function bestLine(
  rule: Trained,
  all: readonly Source[],
  rows: readonly { readonly source: Source; readonly score: number }[],
): number {
  const strangers = all.filter((source) => source.label === null).length;
  const is = (source: Source, what: string) =>
    source.label !== null && !composedDraft(source) && standing(rule, source) === what;
  const broken = rows.filter(({ source }) => is(source, 'broken')).length;
  const tried = Array.from({ length: 100 }, (_, step) => {
    const line = -2 + step / 20;
    const raised = rows.filter(({ score }) => score >= line);
    const found = raised.filter(({ source }) => is(source, 'broken')).length;
    const alarms = raised.filter(({ source }) => is(source, 'innocent')).length * alarmWeight;
    const held = raised.filter(({ source }) => source.label === null).length / Math.max(1, strangers);
    const precision = found / Math.max(1, found + alarms);
    const recall = found / Math.max(1, broken);
    return { line, held, precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
  }).filter(({ held }) => held <= mostStrangers);
  const peak = Math.max(...tried.map(({ f1 }) => f1));
  const good = tried.filter(({ f1 }) => f1 > peak - indifferent);
  const middle = good[Math.floor(good.length / 2)];
  const shown = Object.entries(middle ?? {}).map(([name, value]) => `${name} ${value.toFixed(3)}`);
  console.log(`${rule}: ${rows.length} texts, ${broken} broken; out of fold ${shown.join(', ')}`);
  return middle?.line ?? 0;
}

const composedDraft = ({ label }: Source): boolean => label?.id.startsWith('composed-') === true;

/** Weights in one byte each behind a line of JSON that says how to read them. */
function write(name: string, weights: Float32Array, threshold: number): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const head = `${JSON.stringify({ scale: largest / 127, bias: 0, threshold })}\n`;
  writeFileSync(`models/${name}.bin`, Buffer.concat([Buffer.from(head), Buffer.from(bytes.buffer)]));
}

if (process.argv[1]?.endsWith('organisation-models.ts')) trainAll();
