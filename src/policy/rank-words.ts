import { type Postings, postingsOf } from './postings.ts';

/** One text with its fields, each a list of terms; a field may weigh more than another. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export interface Found {
  /** Document numbers with their scores: the best few, best first. */
  readonly best: readonly (readonly [document: number, score: number])[];
  /** Squares of the scores of all documents found, added up. */
  readonly squares: number;
  /** How many postings were read for it: what it cost. */
  readonly postings: number;
}

export interface WordRanker {
  /** The documents that share a term with the query; the cost grows with their postings, not with the documents. */
  score(terms: readonly (readonly [term: string, weight: number])[]): Found;
  /** How many documents have a term. */
  documentsWith(term: string): number;
}

/** A term that more than half of all documents have, and at least this many, tells nothing and costs the most. */
const mostlyEverywhere = 100;
/** Nobody looks further down a ranking than this. */
const kept = 50;

/** BM25F (Robertson, Zaragoza and Taylor 2004): field weights are applied to frequencies, before saturation. */
export function rankWords(documents: Iterable<Fields>, weights: Readonly<Record<string, number>>): WordRanker {
  const postings = postingsOf(documents, weights);
  const scores = new Float64Array(postings.documentCount);
  const touched = new Int32Array(postings.documentCount);
  return {
    documentsWith: (term) => lengthOf(postings, postings.terms.get(term)),
    score(terms) {
      let count = 0;
      let read = 0;
      for (const [name, weight] of terms) {
        const term = postings.terms.get(name);
        const length = lengthOf(postings, term);
        if (length > mostlyEverywhere && length * 2 > postings.documentCount) continue;
        count = add(postings, term ?? 0, length, weight, scores, touched, count);
        read += length;
      }
      return { ...collect(scores, touched, count), postings: read };
    },
  };
}

function lengthOf({ starts }: Postings, term: number | undefined): number {
  return term === undefined ? 0 : (starts[term + 1] as number) - (starts[term] as number);
}

/** Adds what a term is worth to the documents that have it; returns how many documents are touched by now. */
function add(
  { starts, documents, worths }: Postings,
  term: number,
  length: number,
  weight: number,
  scores: Float64Array,
  touched: Int32Array,
  before: number,
): number {
  let count = before;
  const from = starts[term] as number;
  for (let at = from; at < from + length; at++) {
    const document = documents[at] as number;
    const score = scores[document] as number;
    if (score === 0) touched[count++] = document;
    scores[document] = score + weight * (worths[at] as number);
  }
  return count;
}

/** Takes the best out of the scratch arrays and leaves them clean for the next query. */
function collect(scores: Float64Array, touched: Int32Array, count: number): Omit<Found, 'postings'> {
  const best: [number, number][] = [];
  let squares = 0;
  let least = 0;
  for (let at = 0; at < count; at++) {
    const document = touched[at] as number;
    const score = scores[document] as number;
    scores[document] = 0;
    squares += score * score;
    if (best.length >= kept && score <= least) continue;
    best.push([document, score]);
    if (best.length < kept * 2) continue;
    best.sort((a, b) => b[1] - a[1]).length = kept;
    least = best.at(-1)?.[1] ?? 0;
  }
  return { best: best.sort((a, b) => b[1] - a[1]).slice(0, kept), squares };
}
