import { foldWord } from './loose-words.ts';

/** One step of a phrase: any one of these word sequences, or a gap of at most so many words. */
export type Step =
  | { readonly kind: 'words'; readonly choices: readonly (readonly string[])[]; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number };

export interface Phrase {
  readonly steps: readonly Step[];
  /** The phrase must stand at the very start, or the very end, of the text. */
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

/** Named groups of words that phrases refer to as `{name}`. */
export type WordGroups = Readonly<Record<string, readonly string[]>>;

/** A row of a phrase table that its author must mend. */
export class BrokenPhrase extends Error {
  override readonly name = 'BrokenPhrase';
}

type Choices = readonly (readonly string[])[];

const sign = /\{[^{}]*\}|[()|?^$]|[^\s(){}|?^$]+/g;
const gaps: Readonly<Record<string, number>> = { '..': 3, '...': 8 };

/**
 * Reads one row of a phrase table. `kill (myself|my self)`: either; `just? want`: optional; `{someone}`: a group;
 * `..` at most three words between, `...` at most eight; `stalk*`: any ending; `^` and `$`: start and end of the text.
 * Throws `BrokenPhrase` with the reason when the row makes none.
 */
export function readPhrase(row: string, groups: WordGroups): Phrase {
  const signs = row.match(sign) ?? [];
  const atStart = signs[0] === '^';
  const atEnd = signs.at(-1) === '$';
  const reader = new Reader(row, signs.slice(atStart ? 1 : 0, atEnd ? -1 : undefined), groups);
  const steps: Step[] = [];
  while (!reader.done()) steps.push(reader.step());
  if (steps[0]?.kind !== 'words') throw reader.broken('must begin with a word');
  if (steps.every((step) => step.kind === 'gap' || step.optional)) throw reader.broken('is all optional');
  return { steps, atStart, atEnd };
}

/** Walks the signs of one row from left to right. */
class Reader {
  readonly #row: string;
  readonly #signs: readonly string[];
  readonly #groups: WordGroups;
  #at = 0;

  constructor(row: string, signs: readonly string[], groups: WordGroups) {
    this.#row = row;
    this.#signs = signs;
    this.#groups = groups;
  }

  done(): boolean {
    return this.#at >= this.#signs.length;
  }

  broken(reason: string): BrokenPhrase {
    return new BrokenPhrase(`the phrase "${this.#row}" ${reason}`);
  }

  step(): Step {
    const most = gaps[this.#signs[this.#at] ?? ''];
    if (most !== undefined) {
      this.#at++;
      return { kind: 'gap', most };
    }
    return { kind: 'words', choices: this.#item(), optional: this.#takes('?') };
  }

  #takes(wanted: string): boolean {
    if (this.#signs[this.#at] !== wanted) return false;
    this.#at++;
    return true;
  }

  #item(): Choices {
    if (this.#takes('(')) return this.#group();
    const word = this.#signs[this.#at++] ?? '';
    if (word.startsWith('{')) return this.#named(word.slice(1, -1));
    if ('()|?^$'.includes(word) || word in gaps) throw this.broken(`has "${word}" where a word belongs`);
    return [foldParts(word)];
  }

  #group(): Choices {
    const choices: (readonly string[])[] = [];
    do choices.push(...this.#sequence());
    while (this.#takes('|'));
    if (!this.#takes(')')) throw this.broken('has a bracket that does not close');
    return choices;
  }

  #sequence(): Choices {
    let sequences: Choices = [[]];
    while (!this.done() && !['|', ')'].includes(this.#signs[this.#at] ?? '')) {
      const item = this.#item();
      const next: Choices = this.#takes('?') ? [...item, []] : item;
      sequences = sequences.flatMap((sequence) => next.map((choice) => [...sequence, ...choice]));
    }
    return sequences;
  }

  #named(name: string): Choices {
    const members = this.#groups[name];
    if (members === undefined) throw this.broken(`names a group {${name}} that does not exist`);
    return members.flatMap((member) =>
      member.startsWith('{') ? this.#named(member.slice(1, -1)) : [member.split(/\s+/).flatMap(foldParts)],
    );
  }
}

/** "self-harm" is two words; a `*` at the end is kept. */
function foldParts(word: string): string[] {
  return word
    .split('-')
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('*') ? `${foldWord(part.slice(0, -1))}*` : foldWord(part)));
}
