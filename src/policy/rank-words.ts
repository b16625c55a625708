/** One text with its fields, each a list of terms; a field may weigh more than another. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export interface Found {
  /** Document numbers with their scores: the best few, best first. */
  readonly best: readonly (readonly [document: number, score: number])[];
  /** Squares of the scores of all documents found, added up. */
  readonly squares: number;
}

export interface WordRanker {
  /** The documents that share a term with the query; the cost grows with their postings, not with the documents. */
  score(terms: readonly (readonly [term: string, weight: number])[]): Found;
  /** How rare a term is: 0 where no document has it. */
  rarity(term: string): number;
}

interface Posting {
  readonly document: number;
  /** Term frequency over all fields, each weighted and normalised by its length (BM25F). */
  readonly frequency: number;
}

const saturation = 1.2;
const lengthPenalty = 0.6;
/** A term that more than half of all documents have, and at least this many, tells nothing and costs the most. */
const mostlyEverywhere = 100;
/** Nobody looks further down a ranking than this. */
const kept = 50;

/** BM25F (Robertson, Zaragoza and Taylor 2004): field weights are applied to frequencies, before saturation. */
export function rankWords(documents: readonly Fields[], weights: Readonly<Record<string, number>>): WordRanker {
  const average = averageLengths(documents, weights);
  const postings = new Map<string, Posting[]>();
  documents.forEach((fields, document) => {
    for (const [term, frequency] of weigh(fields, weights, average)) {
      const list = postings.get(term);
      if (list) list.push({ document, frequency });
      else postings.set(term, [{ document, frequency }]);
    }
  });
  const rarity = (term: string): number => {
    const count = postings.get(term)?.length ?? 0;
    return count === 0 ? 0 : Math.log(1 + (documents.length - count + 0.5) / (count + 0.5));
  };
  const scores = new Float64Array(documents.length);
  const touched = new Int32Array(documents.length);
  return {
    rarity,
    score(terms) {
      let count = 0;
      for (const [term, weight] of terms) {
        const list = postings.get(term) ?? [];
        if (list.length > mostlyEverywhere && list.length * 2 > documents.length) continue;
        const rare = rarity(term) * weight;
        for (const { document, frequency } of list) {
          if (scores[document] === 0) touched[count++] = document;
          scores[document] = (scores[document] as number) + (rare * frequency) / (frequency + saturation);
        }
      }
      return collect(scores, touched, count);
    },
  };
}

/** Takes the best out of the scratch arrays and leaves them clean for the next query. */
function collect(scores: Float64Array, touched: Int32Array, count: number): Found {
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

function averageLengths(documents: readonly Fields[], weights: Readonly<Record<string, number>>): Map<string, number> {
  const averages = new Map<string, number>();
  for (const field of Object.keys(weights)) {
    let total = 0;
    for (const fields of documents) total += fields[field]?.length ?? 0;
    averages.set(field, total / Math.max(1, documents.length) || 1);
  }
  return averages;
}

function weigh(
  fields: Fields,
  weights: Readonly<Record<string, number>>,
  average: ReadonlyMap<string, number>,
): Map<string, number> {
  const frequencies = new Map<string, number>();
  for (const [field, weight] of Object.entries(weights)) {
    const terms = fields[field] ?? [];
    const norm = 1 - lengthPenalty + (lengthPenalty * terms.length) / (average.get(field) ?? 1);
    for (const term of terms) frequencies.set(term, (frequencies.get(term) ?? 0) + weight / norm);
  }
  return frequencies;
}
