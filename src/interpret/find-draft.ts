import { type Break, type DraftCues as Cues, cuesIn, type Match } from './draft-cues.ts';
import { isAfterDraft, longestOf, quotedRightAfter, quotedWithin } from './draft-in-quotes.ts';
import { findBlocks, findQuotations, opensQuotation, type Quotation, quotationFrom } from './quotations.ts';
import { isLast, isOnlyTalk, isTalk, type Range, stands, trim, wordCount } from './talk.ts';

/** A draft found in a message. */
export interface FoundDraft {
  /** The exact words between `start` and `end` of the message (UTF-16 offsets). */
  readonly draft: string;
  readonly start: number;
  readonly end: number;
  readonly sure: Sureness;
}

/**
 * asked: the words around ask for a check outright. quoted: it stands in quotation marks and may as well be what
 * somebody else wrote. guess: only if the message turns out to ask for a check.
 */
export type Sureness = 'asked' | 'quoted' | 'guess';

type Found = Range & { readonly sure: Sureness };

/** The draft in a message, or null where none was given; `matches` are the message's cue phrases. */
export function findDraft(text: string, matches: readonly Match[]): FoundDraft | null {
  const cues = cuesIn(text, matches);
  const body = withoutSignOff(text, cues);
  const found =
    inBlock(text, cues) ??
    afterHead(text, body, cues) ??
    beforeTail(text, body, cues) ??
    inQuotes(text, cues) ??
    afterReport(text, body, cues) ??
    afterBareHead(text, body, cues) ??
    afterColon(text, body, cues);
  if (found === null) return null;
  const { start, end } = trim(text, found);
  return end > start ? { draft: text.slice(start, end), start, end, sure: found.sure } : null;
}

/** Thanks and a name on lines of their own at the end are left out. */
function withoutSignOff(text: string, cues: Cues): Range {
  const closing = cues.signOffs.find(
    (match) => /\n\s*$/.test(text.slice(0, match.start)) && wordCount(text.slice(match.end)) <= 8,
  );
  return { start: 0, end: closing && /\S/.test(text.slice(0, closing.start)) ? closing.start : text.length };
}

/** A code fence or lines marked with ">". */
function inBlock(text: string, cues: Cues): Found | null {
  const [block] = findBlocks(text);
  if (block === undefined) return null;
  const asked = cues.heads.length > 0 || cues.tails.length > 0 || !/\p{L}/u.test(outside(text, block));
  return { start: block.start, end: block.end, sure: asked ? 'asked' : 'quoted' };
}

function outside(text: string, { from, to }: Quotation): string {
  return `${text.slice(0, from)} ${text.slice(to)}`;
}

/** A request that points ahead ("is this ok to post", "my draft is"), then a mark, then the draft. */
function afterHead(text: string, body: Range, cues: Cues): Found | null {
  const tail = closingTail(text, body, cues);
  for (const head of cues.heads) {
    if (tail && head.end >= tail.start) break;
    if (wordCount(text.slice(0, head.start)) > 60) break;
    const quoted = quotedRightAfter(text, head, body, cues);
    if (quoted) return { ...quoted, sure: 'asked' };
    const mark = cues.breaks.find((candidate) => opensDraft(text, head, candidate));
    if (mark === undefined) continue;
    if (tail && mark.kind !== 'colon' && wordCount(text.slice(0, head.start)) > 12) continue;
    const rest = trim(text, { start: mark.end, end: body.end });
    if (rest.end <= rest.start || isOnlyTalk(text, rest, cues)) continue;
    if (mark.kind !== 'colon' && isTalk(text, rest, cues)) continue;
    return { ...withinRest(text, rest, cues), sure: 'asked' };
  }
  return null;
}

/** How many words may stand between the request and the mark after it ("can I post this on insta:"). */
const wordsBefore = { colon: 25, line: 25, question: 8, dash: 6, please: 3 } as const;

function opensDraft(text: string, head: Match, mark: Break): boolean {
  if (mark.start < head.end) return false;
  const between = text.slice(head.end, mark.start);
  if (head.label === 'draft:weak-head')
    return mark.kind !== 'question' && wordCount(between) === 0 && startsMessage(text, head);
  if (/[.!?]\s|["“[]/.test(between)) return false;
  const words = wordCount(between);
  if (words > 4 && /^\s*\p{Lu}/u.test(between)) return false;
  return words <= wordsBefore[mark.kind];
}

/** At most a greeting or an article stands before. */
function startsMessage(text: string, match: Match): boolean {
  return wordCount(text.slice(0, match.start)) <= 3;
}

/** What follows the mark: a quotation if it begins with one, else all of it but a closing question about it. */
function withinRest(text: string, rest: Range, cues: Cues): Range {
  if (opensQuotation(text, rest.start)) {
    const quoted = quotationFrom(text, rest.start, rest.end, (from) =>
      isAfterDraft(text, { start: from, end: rest.end }, cues),
    );
    if (quoted) return quoted;
  }
  const tail = closingTail(text, rest, cues);
  const strips =
    tail && (tail.label === 'draft:tail' ? stands(text, tail) : /[\n–—-]\s*$/.test(text.slice(0, tail.start)));
  return { start: rest.start, end: strips ? tail.start : rest.end };
}

/** The question about the draft that ends the range: the longest one, so that nothing of it stays in the draft. */
function closingTail(text: string, range: Range, cues: Cues): Match | null {
  const closing = cues.tails.filter(
    (match) =>
      match.start > range.start &&
      isLast(text, match, range.end) &&
      (match.label === 'draft:tail' || stands(text, match)),
  );
  return closing[0] ?? null;
}

/** The draft first, then the question about it. */
function beforeTail(text: string, body: Range, cues: Cues): Found | null {
  const tail = closingTail(text, body, cues);
  if (tail === null) return null;
  const before = trim(text, { start: 0, end: withoutArrow(text, tail.start) });
  if (before.end <= before.start) return null;
  const quoted = quotedWithin(text, before, cues);
  if (quoted) return { ...quoted, sure: 'asked' };
  const words = wordCount(text.slice(before.start, before.end));
  const apart = /[.!?…]\s*$|\p{Extended_Pictographic}\u{fe0f}?\s*$|[\n–—-]\s*$|#\p{L}+\s*$/u.test(
    text.slice(0, tail.start),
  );
  const leads = cues.leads.some((match) => match.start <= before.start + 1);
  const describes = cues.describes.some((match) => match.start <= before.start + 1);
  if ((leads || describes) && !(apart && words >= 7)) return null;
  if (words < 3 || (isTalk(text, before, cues) && words < 7)) return null;
  const asked = apart && namesPosting.test(text.slice(tail.start, tail.end));
  return { ...before, sure: asked ? 'asked' : 'guess' };
}

/** Where the words before end, without a mark that points up at them ("^^ safe to post?"). */
function withoutArrow(text: string, end: number): number {
  return end - (/\s(?:\^+|[👆☝↑⬆]\ufe0f?)+\s*$/u.exec(text.slice(Math.max(0, end - 20), end))?.[0].length ?? 0);
}

/** "ok to post?" asks about a draft; "is that a breach?" may as well ask about what somebody did. */
const namesPosting =
  /post|tweet|shar|send|put|upload|publish|to go|insta|linkedin|facebook|\bfb\b|twitter|tiktok|\bok|fine|alright|safe/i;

/** Somewhere in quotation marks. */
function inQuotes(text: string, cues: Cues): Found | null {
  const longest = longestOf(findQuotations(text));
  if (longest === undefined) return null;
  const isOutside = (match: Match) => match.end <= longest.from || match.start >= longest.to;
  const asked =
    cues.heads.some((match) => match.label === 'draft:head' && isOutside(match)) ||
    cues.tails.some((match) => match.start >= longest.to);
  return { start: longest.start, end: longest.end, sure: asked ? 'asked' : 'quoted' };
}

/** "could I write that our rivals are cheats". */
function afterReport(text: string, body: Range, cues: Cues): Found | null {
  const [that] = cues.reported;
  if (that === undefined || wordCount(text.slice(0, that.start)) > 8) return null;
  const place = cues.places.find((match) => match.start > that.end && isLast(text, match, body.end));
  const rest = trim(text, { start: that.end, end: place ? place.start : body.end });
  const end = rest.end - (/\?+$/.exec(text.slice(rest.start, rest.end))?.[0].length ?? 0);
  return wordCount(text.slice(rest.start, end)) >= 2 ? { start: rest.start, end, sure: 'asked' } : null;
}

/** A request that ends by pointing at what follows. */
const points = /\b(?:this|these|dis|ths|following|below|saying|something like|along the lines of|as follows)$/iu;

/** "can I post this had a lovely day": nothing between the request and the draft. */
function afterBareHead(text: string, body: Range, cues: Cues): Found | null {
  for (const head of cues.heads) {
    if (head.label !== 'draft:head' || !points.test(text.slice(head.start, head.end))) continue;
    const rest = trim(text, { start: head.end, end: body.end });
    if (/^[?.,!]/.test(text.slice(rest.start)) || wordCount(text.slice(rest.start, rest.end)) < 4) continue;
    const startsCapital = /^["“‘']?\p{Lu}\p{Ll}/u.test(text.slice(rest.start));
    const goesOn = cues.goesOn.some((match) => match.start <= rest.start + 1 && match.start >= rest.start);
    if ((!startsCapital && (goesOn || isTalk(text, rest, cues))) || isOnlyTalk(text, rest, cues)) continue;
    return { ...withinRest(text, rest, cues), sure: 'asked' };
  }
  return null;
}

/** A few words and a colon, of which no cue is known: "try this instead: …". */
function afterColon(text: string, body: Range, cues: Cues): Found | null {
  const colon = cues.breaks.find((mark) => mark.kind === 'colon');
  if (colon === undefined || wordCount(text.slice(0, colon.start)) > 10) return null;
  const rest = trim(text, { start: colon.end, end: body.end });
  return wordCount(text.slice(rest.start, rest.end)) >= 2 ? { ...withinRest(text, rest, cues), sure: 'guess' } : null;
}
