import type { Vector } from './train-classifier.ts';

export interface Likeness {
  readonly label: number;
  /** Cosine of the angle between the question and the nearest example with this label: 1 for the same words. */
  readonly likeness: number;
}

export interface Neighbours {
  /** Labels of the most alike examples, best first; cost grows with the postings of the question's own features. */
  find(vector: Vector): Likeness[];
}

/** Finds the example questions that a question is most like. */
export function nearestExamples(examples: readonly { vector: Vector; label: number }[]): Neighbours {
  const postings = new Map<number, { example: number; value: number }[]>();
  examples.forEach(({ vector }, example) => {
    vector.features.forEach((feature, at) => {
      const list = postings.get(feature) ?? [];
      list.push({ example, value: vector.values[at] ?? 0 });
      postings.set(feature, list);
    });
  });
  return {
    find({ features, values }) {
      const products = new Map<number, number>();
      features.forEach((feature, at) => {
        const value = values[at] ?? 0;
        for (const posting of postings.get(feature) ?? [])
          products.set(posting.example, (products.get(posting.example) ?? 0) + value * posting.value);
      });
      const best = new Map<number, number>();
      for (const [example, product] of products) {
        const label = examples[example]?.label ?? -1;
        if (product > (best.get(label) ?? 0)) best.set(label, product);
      }
      return [...best].map(([label, likeness]) => ({ label, likeness })).sort((a, b) => b.likeness - a.likeness);
    },
  };
}
