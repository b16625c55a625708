import type { Fields } from './rank-words.ts';

/** Which documents have which term, and what it is worth there; one run of numbers for all terms, so that reading it is quick. */
export interface Postings {
  readonly documentCount: number;
  readonly terms: ReadonlyMap<string, number>;
  /** Where the postings of each term begin; one more than there are terms. */
  readonly starts: Int32Array;
  readonly documents: Int32Array;
  /** What a query gains by the term in that document: its rarity, and how often it comes there (BM25F). */
  readonly worths: Float32Array;
}

const saturation = 1.2;
const lengthPenalty = 0.6;

export function postingsOf(documents: Iterable<Fields>, weights: Readonly<Record<string, number>>): Postings {
  const shelf = shelve(documents, Object.keys(weights));
  return byTerm(shelf, weigh(shelf, Object.values(weights)));
}

/** All texts as one run of term numbers, in the order of documents and, within each, of fields. */
interface Shelf {
  readonly terms: ReadonlyMap<string, number>;
  readonly tokens: Int32Array;
  /** Where each field of each document ends. */
  readonly ends: readonly number[];
  readonly fieldCount: number;
}

function shelve(documents: Iterable<Fields>, fields: readonly string[]): Shelf {
  const terms = new Map<string, number>();
  const ends: number[] = [];
  let tokens = new Int32Array(1024);
  let count = 0;
  for (const document of documents)
    for (const field of fields) {
      for (const term of document[field] ?? []) {
        let number = terms.get(term);
        if (number === undefined) {
          number = terms.size;
          terms.set(term, number);
        }
        if (count === tokens.length) tokens = doubled(tokens);
        tokens[count++] = number;
      }
      ends.push(count);
    }
  return { terms, tokens: tokens.subarray(0, count), ends, fieldCount: fields.length };
}

function doubled(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

/** How often each document has each of its terms, over all fields, each weighted and normalised by its length. */
interface Weighed {
  readonly terms: Int32Array;
  readonly frequencies: Float32Array;
  /** Where the terms of each document end. */
  readonly ends: Int32Array;
  /** How many documents have each term. */
  readonly homes: Int32Array;
}

function weigh({ terms, tokens, ends, fieldCount }: Shelf, weights: readonly number[]): Weighed {
  const averages = averageLengths(ends, fieldCount);
  const documentCount = ends.length / fieldCount;
  const sums = new Float32Array(terms.size);
  const out = {
    terms: new Int32Array(tokens.length),
    frequencies: new Float32Array(tokens.length),
    ends: new Int32Array(documentCount),
    homes: new Int32Array(terms.size),
  };
  let count = 0;
  let at = 0;
  for (let document = 0; document < documentCount; document++) {
    const first = count;
    for (let field = 0; field < fieldCount; field++) {
      const end = ends[document * fieldCount + field] as number;
      const norm = 1 - lengthPenalty + (lengthPenalty * (end - at)) / (averages[field] as number);
      const each = (weights[field] as number) / norm;
      for (; at < end; at++) {
        const term = tokens[at] as number;
        if (sums[term] === 0) out.terms[count++] = term;
        sums[term] = (sums[term] as number) + each;
      }
    }
    for (let entry = first; entry < count; entry++) {
      const term = out.terms[entry] as number;
      out.frequencies[entry] = sums[term] as number;
      out.homes[term] = (out.homes[term] as number) + 1;
      sums[term] = 0;
    }
    out.ends[document] = count;
  }
  return out;
}

function averageLengths(ends: readonly number[], fieldCount: number): number[] {
  const totals = new Array<number>(fieldCount).fill(0);
  ends.forEach((end, at) => {
    totals[at % fieldCount] = (totals[at % fieldCount] as number) + end - (ends[at - 1] ?? 0);
  });
  return totals.map((total) => total / Math.max(1, ends.length / fieldCount) || 1);
}

/** Turns "which terms has a document" into "which documents have a term". */
function byTerm({ terms }: Shelf, weighed: Weighed): Postings {
  const { homes, ends } = weighed;
  const starts = new Int32Array(terms.size + 1);
  for (let term = 0; term < terms.size; term++) starts[term + 1] = (starts[term] as number) + (homes[term] as number);
  const size = starts[terms.size] as number;
  const next = starts.slice();
  const documents = new Int32Array(size);
  const worths = new Float32Array(size);
  let entry = 0;
  for (let document = 0; document < ends.length; document++)
    for (; entry < (ends[document] as number); entry++) {
      const term = weighed.terms[entry] as number;
      const at = next[term] as number;
      next[term] = at + 1;
      const frequency = weighed.frequencies[entry] as number;
      documents[at] = document;
      worths[at] = (rarity(homes[term] as number, ends.length) * frequency) / (frequency + saturation);
    }
  return { documentCount: ends.length, terms, starts, documents, worths };
}

function rarity(homes: number, documentCount: number): number {
  return Math.log(1 + (documentCount - homes + 0.5) / (homes + 0.5));
}
