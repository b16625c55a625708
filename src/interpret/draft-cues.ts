import type { PhraseMatch } from '../text/phrase-book.ts';

/**
 * What words around a draft do. head: asks for a check and points to what follows. weak-head: names a draft or post, so
 * that a colon after it opens one. tail: asks about what came before, even with no mark between. weak-tail: does so
 * only as a sentence of its own. reported: "could I write that". lead: opens a question about the rules. describes:
 * tells what would be posted instead of giving it. goes-on: continues the question. talk: speaks about the draft.
 * place: where it would be posted. sign-off: thanks.
 */
export const draftCues = [
  'head',
  'weak-head',
  'tail',
  'weak-tail',
  'reported',
  'lead',
  'describes',
  'goes-on',
  'talk',
  'place',
  'sign-off',
] as const;
export type DraftCue = (typeof draftCues)[number];

/** A mark after which a draft may begin. */
export interface Break {
  readonly kind: 'colon' | 'line' | 'question' | 'dash' | 'please';
  readonly start: number;
  readonly end: number;
}

export type Match = PhraseMatch<string>;
type Matches = readonly Match[];

/** The cues of one message, each list in the order of the text. */
export interface DraftCues {
  readonly heads: Matches;
  readonly tails: Matches;
  readonly reported: Matches;
  readonly leads: Matches;
  readonly describes: Matches;
  readonly goesOn: Matches;
  readonly talk: Matches;
  readonly places: Matches;
  readonly signOffs: Matches;
  readonly breaks: readonly Break[];
}

/** Sorts the matches that say something about a draft; their labels are "draft:head" and so on. */
export function cuesIn(text: string, matches: Matches): DraftCues {
  const of = (...labels: readonly DraftCue[]) =>
    matches.filter(({ label }) => labels.some((cue) => label === `draft:${cue}`));
  return {
    heads: of('head', 'weak-head'),
    tails: of('tail', 'weak-tail'),
    reported: of('reported'),
    leads: of('lead'),
    describes: of('describes'),
    goesOn: of('goes-on'),
    talk: of('talk'),
    places: of('place'),
    signOffs: of('sign-off'),
    breaks: breaksIn(text.slice(0, mostRead)),
  };
}

/** A request stands near an end of a message; beyond so much of either end, in code units, none is looked for. */
export const mostRead = 3000;

const breakMark =
  /\b(?:please|pls|plz|ta|thanks|thx)[.!]+\s+(?=\S)|:(?!\/\/)(?!\d)(?![)(DPp](?:\s|$))|\n+|\?+|\s[-–—]+\s/gu;

function breaksIn(text: string): Break[] {
  return [...text.matchAll(breakMark)].map((match) => {
    const sign = match[0].trim();
    return { kind: kindOf(sign), start: match.index, end: match.index + match[0].length };
  });
}

function kindOf(sign: string): Break['kind'] {
  if (sign === '') return 'line';
  if (sign === ':') return 'colon';
  if (/^[a-z]/i.test(sign)) return 'please';
  return sign.startsWith('?') ? 'question' : 'dash';
}
