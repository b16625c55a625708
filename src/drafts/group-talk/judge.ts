import { isAttributed } from './attributed.ts';
import { hostileKinds, isNegated, type Talk } from './evidence.ts';
import type { LexiconHit } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { isOwn } from './own-group.ts';
import {
  copulas,
  hasOtherSubject,
  isAnotherSubject,
  isUnderPreposition,
  keyAt,
  modals,
  wordSet as set,
} from './subjects.ts';
import type { Unit } from './units.ts';

/** How the words at fault stand to the group. */
export type ChargeKind =
  | 'said-of'
  | 'done-to'
  | 'label'
  | 'praise-denied'
  | 'likened'
  | 'slur'
  | 'cursed'
  | 'said-next';

/** One thing held against a passage: who is spoken of, what is said, how sure the grammar is (1 is enough by itself). */
export interface Charge {
  readonly kind: ChargeKind;
  readonly mention: Mention;
  readonly hit: LexiconHit | null;
  readonly strength: number;
}

const denials = set(
  "not never no nobody none cannot can't don't doesn't won't isn't aren't shouldn't wouldn't ain't without nor neither hardly",
);
const stealthy = set(
  'confused sick weak slow damaged dangerous sensitive bad wrong unstable emotional depressed ill risk afraid scared hurt dead die dying harm suffer hit fall needy older vulnerable illegal problem burden passenger separate problems skin bug infection virus disease cancer tumour depressed slow waste object shot smell reject block stop leave out fire deny refuse remove',
);
const elsewhere = set('how way when people being that who men man seeing if what hearing to from for by because');
const wanting = set('want wants need needs going like love ought have has time got gonna');
const clinical = set('disability age pregnancy-and-maternity');

/** Everything that the grammar of one sentence holds against it, own words only. */
export function chargesIn(talk: Talk): Charge[] {
  if (talk.mentions.length === 0) return [];
  const { units } = talk.sentence;
  return plainCharges(talk).map((charge) => {
    const first = Math.min(charge.mention.from, charge.hit?.from ?? charge.mention.from);
    return isAttributed(units, first) ? { ...charge, strength: charge.strength * elsewhereSaid } : charge;
  });
}

/** What is left of a charge when the words are somebody else's. */
const elsewhereSaid = 0.3;

function plainCharges(talk: Talk): Charge[] {
  const charges: Charge[] = [];
  const { units } = talk.sentence;
  const hostile = talk.hits.filter((hit) => hostileKinds.has(hit.kind) || hit.kind === 'blunt');
  const praise = talk.hits.filter((hit) => hit.kind === 'approval');
  let nearHostile = 0;
  let nearPraise = 0;
  for (const mention of talk.mentions) {
    while (nearHostile < hostile.length && (hostile[nearHostile] as LexiconHit).from < mention.from - reach)
      nearHostile++;
    while (nearPraise < praise.length && (praise[nearPraise] as LexiconHit).from < mention.from - reach) nearPraise++;
    if (isQuotedAt(units, mention.from)) continue;
    if (mention.kind === 'slur' && !isOwn(units, mention))
      charges.push({ kind: 'slur', mention, hit: null, strength: 1.2 });
    for (const hit of within(hostile, nearHostile, mention.to + reach)) {
      if (isQuotedAt(units, hit.from) || tooFar(mention, hit)) continue;
      const charge =
        hit.from >= mention.to
          ? saidOf(units, mention, hit)
          : hit.to <= mention.from
            ? before(units, mention, hit)
            : null;
      if (charge !== null) charges.push(charge);
    }
    for (const hit of within(praise, nearPraise, mention.to + reach))
      if (isPraiseDenied(units, mention, hit)) charges.push({ kind: 'praise-denied', mention, hit, strength: 0.9 });
  }
  return charges;
}

/** No charge reaches farther than so many units. */
const reach = 14;

/** The hits from number `first` on that begin before unit `end`; hits are in order of place. */
function within(hits: readonly LexiconHit[], first: number, end: number): readonly LexiconHit[] {
  let last = first;
  while (last < hits.length && (hits[last] as LexiconHit).from < end) last++;
  return hits.slice(first, last);
}

const tooFar = (mention: Mention, hit: LexiconHit): boolean => hit.from - mention.to > 8 || mention.from - hit.to > 4;
const isQuotedAt = (units: readonly Unit[], at: number): boolean => units[at]?.quoted === true;

/** "<group> are vermin", "<group> should be shot", "<group> steal our jobs". */
function saidOf(units: readonly Unit[], mention: Mention, hit: LexiconHit): Charge | null {
  const said = (strength: number): Charge => ({
    kind: 'said-of',
    mention,
    hit,
    strength: strength * weightOf(units, mention, hit),
  });
  if (isAnotherSubject(units, mention.to, hit.from)) return null;
  const phrase = hit.to - hit.from > 1;
  if (isNegated(units, hit.from)) return null;
  if (isUnderPreposition(units, mention)) return null;
  const between = units.slice(mention.to, hit.from).map((unit) => unit.key);
  const modal = between.some((key) => modals.has(key));
  const copula = between.some((key) => copulas.has(key)) || copulas.has(keyAt(units, mention.from - 1));
  if (hit.kind === 'violence' || hit.kind === 'exclusion') {
    if (modal) return said(1.1);
    if (phrase && !copula) return said(1);
    if (phrase) return said(0.8);
    return copula || mention.from === mention.to ? null : said(0.45);
  }
  if (hit.kind === 'ridicule') return said(phrase ? 0.5 : 0.25);
  if (hit.kind === 'hatred') return said(phrase ? 0.6 : 0.4);
  if (hit.kind === 'blunt') return copula ? said(0.9) : said(0.5);
  if (hit.kind === 'crime')
    return copula && /(ed|en)$/.test(keyAt(units, hit.from))
      ? null
      : said(copula || hit.from - mention.to <= 2 ? 1 : 0.6);
  return said(copula ? 1.1 : phrase ? 1 : hit.from - mention.to <= 2 ? 0.8 : 0.5);
}

/** "I hate <group>", "kill all <group>", "filthy <group>", "as stupid as a <group>". */
function before(units: readonly Unit[], mention: Mention, hit: LexiconHit): Charge | null {
  const weight = weightOf(units, mention, hit);
  const gap = mention.from - hit.to;
  const between = units.slice(hit.to, mention.from).map((unit) => unit.key);
  if (isNegated(units, hit.from)) return null;
  if (between.includes('like') || (between.includes('as') && gap <= 3))
    return { kind: 'likened', mention, hit, strength: 0.9 * weight };
  if (hit.kind === 'hatred' || hit.kind === 'violence' || hit.kind === 'exclusion') {
    if (hasOtherSubject(units, hit.from) || between.some((key) => elsewhere.has(key))) return null;
    if (keyAt(units, hit.from - 1) === 'stop' || keyAt(units, hit.to - 1) === 'stop') return null;
    const modal = units.slice(Math.max(0, hit.from - 5), hit.from).some((unit) => modals.has(unit.key));
    const own = units
      .slice(Math.max(0, hit.from - 4), hit.from)
      .some((unit) => unit.key === 'i' || unit.key === 'we' || unit.key === "i'd");
    const base =
      hit.from === 0 ||
      modal ||
      own ||
      (keyAt(units, hit.from - 1) === 'to' && wanting.has(keyAt(units, hit.from - 2)));
    const past = /(ed|ing|[^s]s)$/.test(keyAt(units, hit.from)) && !modal && !own;
    if (past && hit.kind !== 'hatred') return null;
    return { kind: 'done-to', mention, hit, strength: (base ? 1.1 : 0.6) * (gap <= 3 ? 1 : 0.6) * weight };
  }
  if (/ed$/.test(keyAt(units, hit.from)) && hit.kind === 'crime') return null;
  if (gap <= 1 && hit.kind !== 'ridicule')
    return { kind: 'label', mention, hit, strength: (gap === 0 ? 1 : 0.6) * weight };
  if (between.some((key) => copulas.has(key))) return null;
  return gap <= 3 ? { kind: 'label', mention, hit, strength: 0.4 * weight } : null;
}

/** Less weight where the words have an innocent everyday or clinical use, or where somebody, not the group, is meant. */
function weightOf(units: readonly Unit[], mention: Mention, hit: LexiconHit): number {
  let weight = 1;
  if (hit.to - hit.from === 1 && stealthy.has(keyAt(units, hit.from)))
    weight *= clinical.has(mention.characteristic) ? 0.3 : 0.7;
  if (mention.kind === 'one')
    weight *= mention.characteristic === 'sex' || mention.characteristic === 'age' ? 0.35 : 0.75;
  if (mention.kind === 'quality') weight *= keyAt(units, mention.from - 1) === 'being' ? 0.9 : 0.6;
  if (mention.kind === 'sign') weight *= 0.6;
  if (mention.kind === 'thing') weight *= 0.2;
  if (mention.kind === 'belief')
    weight *= mention.characteristic === 'race' || mention.characteristic === 'disability' ? 0.5 : 0.9;
  if (mention.kind !== 'slur' && isOwn(units, mention)) weight *= 0.3;
  return weight;
}

/** "<group> are not normal", "I don't respect <group>", "no <group> should be allowed". */
function isPraiseDenied(units: readonly Unit[], mention: Mention, hit: LexiconHit): boolean {
  const from = hit.from >= mention.to ? mention.to : Math.max(0, hit.from - 3);
  if (hit.from >= mention.to ? hit.from - mention.to > 5 : mention.from - hit.to > 2) return false;
  if (hit.from >= mention.to && isAnotherSubject(units, mention.to, hit.from)) return false;
  if (hit.from < mention.from && hasOtherSubject(units, hit.from)) return false;
  for (let at = from; at < hit.from; at++) if (denials.has(keyAt(units, at))) return true;
  return false;
}
