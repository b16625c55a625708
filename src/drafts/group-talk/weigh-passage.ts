import { hash, type LinearModel, scoreFeatures } from '../../text/linear-model.ts';
import { hostileKinds, type Talk } from './evidence.ts';
import { condemnationOf } from './excuses.ts';
import { featuresOf } from './features.ts';
import { type Charge, chargesIn } from './judge.ts';
import type { Characteristic } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { Passage } from './passages.ts';

/** A passage that runs people down: who, by which words, and how far above the line it stands. */
export interface Accusation {
  readonly characteristic: Characteristic;
  /** How the grammar reads it; `weighed` when only the words together say so. */
  readonly kind: Charge['kind'] | 'weighed';
  /** UTF-16 offsets of the words at fault. */
  readonly start: number;
  readonly end: number;
  /** Distance above the line; below 0.7 and without a charge a person should look. */
  readonly above: number;
}

/** Without any word that runs people down, the rest of the sentence must say much more. Chosen on labelled texts kept aside. */
const marginWithoutHostileWord = 0.6;
const clearCharge = 0.75;
const readableCharge = 0.4;

/** Judges one passage by grammar and, where there is one, by the trained model. Null when nothing is held against it. */
export function weighPassage({ talks }: Passage, model: LinearModel | null): Accusation | null {
  const charges = talks.flatMap((talk) => chargesIn(talk).map((charge) => ({ talk, charge })));
  const worst = charges.reduce<(typeof charges)[number] | null>(
    (best, one) => (best === null || one.charge.strength > best.charge.strength ? one : best),
    null,
  );
  const above = model === null ? byGrammar(worst?.charge, talks) : byModel(talks, model);
  if (above < 0) return null;
  if (worst !== null && worst.charge.strength >= readableCharge) return accuse(worst.talk, worst.charge, above);
  return weighed(talks, above);
}

const byGrammar = (worst: Charge | undefined, talks: readonly Talk[]): number =>
  (worst?.strength ?? 0) * (1 - 0.8 * condemnationOf(talks)) - clearCharge;

function byModel(talks: readonly Talk[], model: LinearModel): number {
  const features = Int32Array.from(featuresOf(talks), (feature) => hash(feature));
  const above = scoreFeatures(model, features) - model.threshold;
  const hostile = talks.some(({ hits }) =>
    hits.some(({ kind }) => hostileKinds.has(kind) || kind === 'blunt' || kind === 'sharp'),
  );
  return above - (hostile ? 0 : marginWithoutHostileWord) - marginOf(talks);
}

/** A lady, my nan, an old man: somebody is spoken of, not a group; then the line is much higher. */
const marginForSomebody = 1;
const marginForAThing = 0.3;
const wholeGroup = new Set(['people', 'belief', 'emoji', 'slur']);

function marginOf(talks: readonly Talk[]): number {
  const mentions = talks.flatMap((talk) => talk.mentions).filter(({ kind }) => kind !== 'they');
  if (mentions.some(({ kind }) => wholeGroup.has(kind))) return 0;
  const somebody = mentions.every(
    ({ kind, characteristic }) => kind === 'one' && (characteristic === 'sex' || characteristic === 'age'),
  );
  if (somebody) return marginForSomebody;
  return mentions.some(({ kind }) => kind === 'one') ? 0 : marginForAThing;
}

function accuse({ sentence: { units } }: Talk, { kind, mention, hit }: Charge, above: number): Accusation {
  const from = Math.min(mention.from, hit?.from ?? mention.from);
  const to = Math.max(mention.to, hit?.to ?? mention.to);
  return {
    kind,
    characteristic: mention.characteristic,
    start: units[from]?.start ?? 0,
    end: units[to - 1]?.end ?? 0,
    above,
  };
}

/** No single charge: the sentence that names the group is shown. */
function weighed(talks: readonly Talk[], above: number): Accusation | null {
  const talk = talks.find((one) => one.mentions.some(({ kind }) => kind !== 'they'));
  const mention = talk?.mentions[0] as Mention | undefined;
  if (talk === undefined || mention === undefined) return null;
  const { units } = talk.sentence;
  return {
    kind: 'weighed',
    characteristic: mention.characteristic,
    start: units[0]?.start ?? 0,
    end: units.at(-1)?.end ?? 0,
    above,
  };
}
