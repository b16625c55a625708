import type { Hit } from '../text/automaton.ts';
import { normalise, type PlainText } from '../text/normalise.ts';
import { readQuoted } from '../text/quotes.ts';
import { readSentences, type Sentence } from '../text/sentences.ts';
import { readTokens, type Token } from '../text/tokens.ts';
import { PerWord } from '../text/word.ts';
import { withoutDisclaimer } from './disclaimer-wording.ts';
import type { Draft, Platform, RuleId, Span } from './finding.ts';
import type { PhraseRow, RuleBook } from './rule-book.ts';

/** A phrase row met in the draft: tokens `from` up to, not including, `to`. */
export interface PhraseHit {
  readonly row: PhraseRow;
  readonly phrase: string;
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
  /** All of it stands in quotation marks. */
  readonly quoted: boolean;
  /** "not", "never", "don't" and their like stand up to four words before it in the same sentence. */
  readonly negated: boolean;
}

const negating = new Set(
  "not never no don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't nobody none without neither nor ain't stop".split(
    ' ',
  ),
);

const negators = new PerWord(({ key }) => negating.has(key));
const noHits: readonly PhraseHit[] = [];
const noClasses: readonly number[] = [];

/** The hits of one rule: all by place, and those of each mark. */
class RuleHits {
  readonly all: PhraseHit[] = [];
  /** The marks met, and the hits of each; they are few. */
  readonly #marks: string[] = [];
  readonly #ofMark: PhraseHit[][] = [];

  add(hit: PhraseHit): void {
    this.all.push(hit);
    const place = this.#marks.indexOf(hit.row.mark);
    if (place >= 0) {
      this.#ofMark[place]?.push(hit);
      return;
    }
    this.#marks.push(hit.row.mark);
    this.#ofMark.push([hit]);
  }

  of(mark: string): readonly PhraseHit[] {
    return this.#ofMark[this.#marks.indexOf(mark)] ?? noHits;
  }
}

/**
 * What rules read of one draft. Everything beyond the tokens is worked out when first asked for and kept; all of it is
 * linear in the draft.
 */
export class Reading {
  readonly draft: Draft;
  readonly platform: Platform;
  readonly book: RuleBook;
  readonly plain: PlainText;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The sentence of each token. */
  readonly sentenceOf: Uint32Array;
  /** Null where the draft has no sign that quotes. */
  #quoted: Uint8Array | null | undefined;
  #hits: Map<RuleId, RuleHits> | undefined;
  #classes: (readonly number[])[] | undefined;
  readonly #kept = new Map<string, unknown>();

  constructor(draft: Draft, book: RuleBook) {
    this.draft = draft;
    this.platform = draft.platform ?? 'other';
    this.book = book;
    this.plain = normalise(withoutDisclaimer(draft.text, book));
    this.tokens = readTokens(this.plain);
    this.sentences = readSentences(this.plain, this.tokens);
    this.sentenceOf = new Uint32Array(this.tokens.length);
    for (let index = 0; index < this.sentences.length; index++) {
      const { from, to } = this.sentences[index] as Sentence;
      for (let at = from; at < to; at++) this.sentenceOf[at] = index;
    }
  }

  /** All phrase hits of a rule, by place. `mark` narrows to rows of that mark. */
  hits(rule: RuleId, mark?: string): readonly PhraseHit[] {
    this.#hits ??= this.#scan();
    const hits = this.#hits.get(rule);
    if (hits === undefined) return noHits;
    return mark === undefined ? hits.all : hits.of(mark);
  }

  /** Whether the draft has a hit of that rule and mark. */
  has(rule: RuleId, mark: string): boolean {
    return this.hits(rule, mark).length > 0;
  }

  isQuoted(token: number): boolean {
    if (this.#quoted === undefined)
      this.#quoted = mayQuote(this.plain.text) ? readQuoted(this.plain, this.tokens) : null;
    return this.#quoted !== null && this.#quoted[token] === 1;
  }

  /** Hashed names of the shared word classes that a token is in. */
  classesAt(token: number): readonly number[] {
    this.#classes ??= this.tokens.map((each) => this.book.automaton.classHashes(each));
    return this.#classes[token] ?? noClasses;
  }

  /** The words of tokens `from` up to `to` as the writer typed them. */
  span(from: number, to: number): Span {
    const first = this.tokens[from];
    const last = this.tokens[to - 1];
    return this.slice(first?.start ?? 0, last?.end ?? 0);
  }

  /** UTF-16 offsets of the original as a span. */
  slice(start: number, end: number): Span {
    return { start, end, text: this.draft.text.slice(start, end) };
  }

  /** The whole sentence of a token, stop included (the whole bracket for a described picture). */
  sentenceSpan(index: number): Span {
    const sentence = this.sentences[index];
    return sentence === undefined ? this.slice(0, 0) : this.slice(sentence.start, sentence.end);
  }

  /** Whether a negator stands among the four words before `token` in its sentence. */
  negatedAt(token: number): boolean {
    const first = Math.max(this.sentences[this.sentenceOf[token] ?? 0]?.from ?? 0, token - 4);
    for (let at = first; at < token; at++) if (negators.of((this.tokens[at] as Token).word)) return true;
    return false;
  }

  /** Works something out once per draft, for rules that share it. */
  once<T extends NonNullable<unknown> | null>(name: string, work: () => T): T {
    const known = this.#kept.get(name);
    if (known !== undefined) return known as T;
    const value = work();
    this.#kept.set(name, value);
    return value;
  }

  #scan(): Map<RuleId, RuleHits> {
    const byRule = new Map<RuleId, RuleHits>();
    const begins = (index: number) => this.sentences[this.sentenceOf[index] as number]?.from === index;
    const found = this.book.automaton.scan(this.tokens, begins);
    for (let at = 0; at < found.length; at++) {
      const { row, from, to } = found[at] as Hit;
      const origin = this.book.origins[row];
      if (origin === undefined) continue;
      let hits = byRule.get(origin.rule);
      if (hits === undefined) {
        hits = new RuleHits();
        byRule.set(origin.rule, hits);
      }
      hits.add({
        row: origin.row,
        phrase: origin.phrase,
        from,
        to,
        sentence: this.sentenceOf[from] as number,
        quoted: this.isQuoted(from) && this.isQuoted(to - 1),
        negated: this.negatedAt(from),
      });
    }
    return byRule;
  }
}

const mayQuote = (text: string): boolean => text.includes('"') || text.includes('>');
