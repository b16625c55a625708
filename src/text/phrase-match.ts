import type { LooseWord } from './loose-words.ts';
import type { Phrase, Step } from './phrase.ts';

/** A word of a text with every entry of the vocabulary that it may be. */
export interface WordReading {
  readonly word: LooseWord;
  readonly ids: readonly string[];
}

type ReadyStep =
  /** By a choice's first word, what must follow it. */
  | {
      readonly kind: 'words';
      readonly rests: ReadonlyMap<string, readonly (readonly string[])[]>;
      readonly optional: boolean;
    }
  | { readonly kind: 'gap'; readonly most: number };

/** A phrase ready to be looked for: cost per place does not grow with the number of its choices. */
export interface ReadyPhrase {
  readonly steps: readonly ReadyStep[];
  readonly firstWords: ReadonlySet<string>;
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

export function compilePhrase(phrase: Phrase): ReadyPhrase {
  const steps = phrase.steps.map(compileStep);
  const firstWords = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'words') for (const word of step.rests.keys()) firstWords.add(word);
    if (step.kind === 'words' && !step.optional) break;
  }
  return { steps, firstWords, atStart: phrase.atStart, atEnd: phrase.atEnd };
}

function compileStep(step: Step): ReadyStep {
  if (step.kind === 'gap') return step;
  const rests = new Map<string, (readonly string[])[]>();
  for (const [first, ...rest] of step.choices) {
    if (first === undefined) continue;
    const known = rests.get(first);
    if (known) known.push(rest);
    else rests.set(first, [rest]);
  }
  return { kind: 'words', rests, optional: step.optional };
}

/**
 * The words of which one must come right after `first` where a phrase begins with it; null where other things may follow.
 * Tells without trying that most phrases do not stand at a place.
 */
export function secondWords({ steps: [one, two] }: ReadyPhrase, first: string): Iterable<string> | null {
  if (one?.kind !== 'words' || one.optional || one.rests.get(first)?.some((rest) => rest.length > 0)) return null;
  return two?.kind === 'words' && !two.optional ? two.rests.keys() : null;
}

/** The index after the last word of the phrase when it stands at word `at`, or -1. */
export function endOfPhrase(phrase: ReadyPhrase, words: readonly WordReading[], at: number): number {
  if (phrase.atStart && at !== 0) return -1;
  return endOfSteps(phrase, 0, words, at, at);
}

function endOfSteps(
  phrase: ReadyPhrase,
  stepAt: number,
  words: readonly WordReading[],
  from: number,
  at: number,
): number {
  const step = phrase.steps[stepAt];
  if (step === undefined) return phrase.atEnd && at !== words.length ? -1 : at;
  if (step.kind === 'gap') return endAfterGap(phrase, stepAt, step.most, words, from, at);
  const reading = words[at];
  if (reading && !(reading.word.opens && at > from)) {
    for (const id of reading.ids) {
      for (const rest of step.rests.get(id) ?? []) {
        if (!follows(rest, words, at + 1)) continue;
        const end = endOfSteps(phrase, stepAt + 1, words, from, at + 1 + rest.length);
        if (end >= 0) return end;
      }
    }
  }
  return step.optional ? endOfSteps(phrase, stepAt + 1, words, from, at) : -1;
}

/** A gap never crosses into another sentence. */
function endAfterGap(
  phrase: ReadyPhrase,
  stepAt: number,
  most: number,
  words: readonly WordReading[],
  from: number,
  at: number,
): number {
  for (let skipped = 0; skipped <= most && at + skipped <= words.length; skipped++) {
    if (skipped > 0 && words[at + skipped - 1]?.word.opens) return -1;
    const end = endOfSteps(phrase, stepAt + 1, words, from, at + skipped);
    if (end >= 0) return end;
  }
  return -1;
}

function follows(rest: readonly string[], words: readonly WordReading[], at: number): boolean {
  return rest.every((wanted, offset) => {
    const reading = words[at + offset];
    return reading !== undefined && !reading.word.opens && reading.ids.includes(wanted);
  });
}
