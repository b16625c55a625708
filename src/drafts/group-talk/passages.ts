import type { Talk } from './evidence.ts';
import type { Lexicon } from './lexicon.ts';
import { findMentions, type Mention, pointingBack } from './mentions.ts';
import { readUnits, type TokenText } from './units.ts';

/** A sentence that names a group, with the sentences beside it that speak of the same people or comment on it. */
export interface Passage {
  /** Index of the sentence that names the group. */
  readonly core: number;
  readonly talks: readonly Talk[];
}

/** Every sentence with what it names and says. */
export function readTalks(text: TokenText, lexicon: Lexicon): Talk[] {
  return readUnits(text, lexicon).map((sentence) => {
    const hits = lexicon.find(sentence.units.map((unit) => unit.word));
    return { sentence, hits, mentions: findMentions(sentence, hits) };
  });
}

const naming = new Set(['people', 'one', 'quality', 'thing', 'belief', 'sign', 'emoji', 'slur']);

/** One passage per sentence that names a group. */
export function passagesOf(talks: readonly Talk[]): Passage[] {
  const passages: Passage[] = [];
  talks.forEach((talk, core) => {
    if (!talk.mentions.some((mention) => naming.has(mention.kind))) return;
    const beside = [talks[core - 1], talk, ...followers(talks, core)];
    passages.push({ core, talks: beside.filter((one) => one !== undefined) });
  });
  return passages;
}

/** Up to two sentences on: those that name no group themselves and point back to it. */
function followers(talks: readonly Talk[], core: number): Talk[] {
  const named = talks[core]?.mentions.find((mention) => peoplish.has(mention.kind));
  const after: Talk[] = [];
  for (let at = core + 1; at <= core + 2; at++) {
    const talk = talks[at];
    if (talk === undefined || talk.mentions.length > 0) break;
    const mentions: Mention[] = named === undefined ? [] : pointingBack(talk.sentence, named.characteristic);
    after.push({ ...talk, mentions });
  }
  return after;
}

const peoplish = new Set(['people', 'one', 'quality', 'emoji', 'slur']);
