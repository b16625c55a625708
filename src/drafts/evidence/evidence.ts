import { hash, type LinearModel, mix } from '../../text/linear-model.ts';

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
const salts = new Map(Object.keys(kinds).map((kind, index) => [kind, index + 101]));

/** Collects features, each counted once. */
export class EvidenceBuilder {
  readonly #values = new Map<number, number>();

  add(kind: EvidenceKind, first: number, second = 0): void {
    const feature = mix(mix(salts.get(kind) as number, first), second);
    this.#values.set(feature, kinds[kind]);
  }

  done(): Evidence {
    return { features: Int32Array.from(this.#values.keys()), values: Float32Array.from(this.#values.values()) };
  }
}

const hashes = new Map<string, number>();

/** The hash of a short name, remembered. */
export function hashOf(name: string): number {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  if (hashes.size > 20_000) hashes.clear();
  const made = hash(name);
  hashes.set(name, made);
  return made;
}

/** Log odds that the evidence is of a breach, as the model sees it. */
export function weigh(model: LinearModel, { features, values }: Evidence): number {
  const mask = model.weights.length - 1;
  let sum = 0;
  for (let at = 0; at < features.length; at++)
    sum += (model.weights[(features[at] as number) & mask] as number) * (values[at] as number);
  return model.bias + sum * model.scale;
}
