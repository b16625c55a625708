import { type RuleId, ruleIds, type Span } from '../finding.ts';
import type { Reading } from '../reading.ts';
import { distanceTo, type Judge } from './judge.ts';
import { measuresOf, scoreWords, type WordScores } from './measures.ts';

/** What the trained judge makes of a draft under one rule. */
export class Judgement {
  /** How far the draft stands above the line; below 0 nothing is raised. */
  readonly above: number;
  readonly #reading: Reading;
  readonly #rule: RuleId;
  readonly #judge: Judge;
  readonly #measures: readonly number[];
  readonly #scores: WordScores;

  constructor(reading: Reading, rule: RuleId, judge: Judge, measures: readonly number[], scores: WordScores) {
    this.above = distanceTo(judge.raises[rule], measures);
    this.#reading = reading;
    this.#rule = rule;
    this.#judge = judge;
    this.#measures = measures;
    this.#scores = scores;
  }

  /** Editing will not mend it. */
  get grave(): boolean {
    return distanceTo(this.#judge.forbids[this.#rule], this.#measures) >= 0;
  }

  /** A word of advice will do. */
  get mild(): boolean {
    return distanceTo(this.#judge.advises[this.#rule], this.#measures) >= 0;
  }

  /** The sentences that speak most for a breach, the most telling first. */
  get sentences(): readonly { readonly index: number; readonly span: Span }[] {
    return mostTelling(this.#scores.sentences, ruleIds.indexOf(this.#rule)).map((index) => ({
      index,
      span: this.#reading.sentenceSpan(index),
    }));
  }
}

/** How far below the highest sentence another may stand and still be shown. */
const near = 0.8;
const mostShown = 3;

/** Weighs a draft under a rule; null when no judge is shipped. */
export function judgementOf(reading: Reading, rule: RuleId): Judgement | null {
  const judge = reading.book.judge();
  if (judge === null) return null;
  const scores = reading.once('word scores', () => scoreWords(reading, judge));
  const measures = reading.once('measures', () => measuresOf(reading, scores, ruleIds.length));
  return reading.once(names[rule], () => new Judgement(reading, rule, judge, measures, scores));
}

const names = Object.fromEntries(ruleIds.map((rule) => [rule, `judgement ${rule}`])) as Record<RuleId, string>;

/** The sentences of the highest scores, the highest first; of equals the earlier. */
function mostTelling(sentences: readonly (readonly number[])[], head: number): number[] {
  const ranked: { index: number; score: number }[] = [];
  for (let index = 0; index < sentences.length; index++) {
    const score = sentences[index]?.[head] ?? 0;
    let place = ranked.length;
    while (place > 0 && (ranked[place - 1] as { score: number }).score < score) place--;
    if (place >= mostShown) continue;
    ranked.splice(place, 0, { index, score });
    ranked.length = Math.min(ranked.length, mostShown);
  }
  const best = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }, place) => place === 0 || (score > 0 && score > best - near))
    .map(({ index }) => index);
}

/** The judgement where it stands at least `margin` above the line; null otherwise. */
export function raisedByJudge(reading: Reading, rule: RuleId, margin = 0): Judgement | null {
  const judgement = judgementOf(reading, rule);
  return judgement === null || judgement.above < margin ? null : judgement;
}

/** The words to show: what phrases found, and of the judged sentences those that hold none of it. */
export function shownSpans(judgement: Judgement | null, found: readonly Span[]): Span[] {
  const judged = judgement?.sentences.map(({ span }) => span) ?? [];
  return [...found, ...judged.filter((span) => !found.some((one) => one.start < span.end && span.start < one.end))];
}
