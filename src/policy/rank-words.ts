/** One text with its fields, each a list of terms; a field may weigh more than another. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export interface WordRanker {
  /** Scores of the documents that share a term with the query, by document number; cost grows with their postings only. */
  score(terms: readonly (readonly [term: string, weight: number])[]): Map<number, number>;
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
  return {
    rarity,
    score(terms) {
      const scores = new Map<number, number>();
      for (const [term, weight] of terms) {
        const rare = rarity(term) * weight;
        for (const { document, frequency } of postings.get(term) ?? [])
          scores.set(document, (scores.get(document) ?? 0) + (rare * frequency) / (frequency + saturation));
      }
      return scores;
    },
  };
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
