import { FeatureSet } from '../../text/feature-set.ts';
import { type LinearModel, mix } from '../../text/linear-model.ts';

/** Hashed features and how much each counts: what an organisational model reads of a sentence or a draft. */
export interface Evidence {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** Kinds of features: their salt, and how much one counts. Words count little, for there are many and few are seen twice. */
const kinds = {
  bias: 1,
  shape: 1,
  mark: 1,
  negated: 1,
  group: 1,
  targetPair: 0.4,
  groupPair: 0.6,
  outside: 0.7,
  crossPair: 0.5,
  word: 0.3,
  wordPair: 0.2,
  markPair: 0.3,
  triple: 1,
} as const;
export type EvidenceKind = keyof typeof kinds;
const names = Object.keys(kinds) as EvidenceKind[];
const salts = Object.fromEntries(names.map((kind, index) => [kind, index + 101])) as Record<EvidenceKind, number>;

/** Collects features, each counted once. One builder is cleared and filled again for text after text. */
export class EvidenceBuilder {
  readonly #features = new FeatureSet();
  #values = new Float32Array(512);

  clear(): void {
    this.#features.clear();
  }

  add(kind: EvidenceKind, first: number, second = 0): void {
    if (!this.#features.add(mix(mix(salts[kind], first), second))) return;
    const place = this.#features.size - 1;
    if (place === this.#values.length) this.#grow();
    this.#values[place] = kinds[kind];
  }

  done(): Evidence {
    return { features: this.#features.toArray(), values: this.#values.slice(0, this.#features.size) };
  }

  #grow(): void {
    const bigger = new Float32Array(this.#values.length * 2);
    bigger.set(this.#values);
    this.#values = bigger;
  }
}

/** Log odds that the evidence is of a breach, as the model sees it. */
export function weigh(model: LinearModel, { features, values }: Evidence): number {
  const mask = model.weights.length - 1;
  let sum = 0;
  for (let at = 0; at < features.length; at++)
    sum += (model.weights[(features[at] as number) & mask] as number) * (values[at] as number);
  return model.bias + sum * model.scale;
}
