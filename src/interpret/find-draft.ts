import { type DraftCues as Cues, cuesIn, type Match } from './draft-cues.ts';
import { findQuotations, type Quotation } from './quotations.ts';

/** A draft found in a message, with what was said around it. */
export interface FoundDraft {
  /** The exact words between `start` and `end` of the message. */
  readonly draft: string;
  readonly start: number;
  readonly end: number;
  /** True where the words around ask for a check outright; false where only the place suggests a draft. */
  readonly asked: boolean;
}

type Found = { readonly start: number; readonly end: number; readonly asked: boolean };

/** The draft in a message, or null where none was given; `matches` are the message's cue phrases. Offsets are UTF-16. */
export function findDraft(text: string, matches: readonly Match[]): FoundDraft | null {
  const cues = cuesIn(text, matches);
  const body = withoutSignOff(text, cues);
  const found =
    afterHead(text, body, cues) ??
    beforeTail(text, body, cues) ??
    inQuotes(text, cues) ??
    afterAsk(text, body, cues) ??
    null;
  if (found === null) return null;
  const { start, end } = trim(text, found.start, found.end);
  return end > start ? { draft: text.slice(start, end), start, end, asked: found.asked } : null;
}

/** Where the message ends once thanks, names and such at its end are left out. */
function withoutSignOff(text: string, cues: Cues): { start: number; end: number } {
  const closing = cues.signOffs.find((match) => /\n\s*$/.test(text.slice(0, match.start)));
  return { start: 0, end: closing && /\S/.test(text.slice(0, closing.start)) ? closing.start : text.length };
}

/** A head that asks, then a colon, a line break, a question mark or a dash, then the draft. */
function afterHead(text: string, body: { end: number }, cues: Cues): Found | null {
  for (const mark of cues.breaks) {
    if (mark.end >= body.end) break;
    const head = cues.heads.findLast((match) => match.end <= mark.start);
    if (head === undefined) continue;
    if (mark.kind !== 'colon' && mark.kind !== 'line' && !isNear(text, head, mark.start)) continue;
    if (mark.kind === 'line' && /\S/.test(text.slice(head.end, mark.start)) && mark.start - head.end > 160) continue;
    const rest = trim(text, mark.end, body.end);
    if (rest.end <= rest.start || isTalk(text, rest, cues)) continue;
    return withinRest(text, rest, cues);
  }
  return null;
}

/** Few words stand between the cue and the mark ("can I post this on insta?"). */
function isNear(text: string, head: Match, at: number): boolean {
  return text.slice(head.end, at).split(/\s+/).length <= 8;
}

/** What follows the head: a quotation if it begins with one, or all of it but a closing question about itself. */
function withinRest(text: string, rest: { start: number; end: number }, cues: Cues): Found {
  const quotation = findQuotations(text.slice(rest.start, rest.end))[0];
  if (quotation && quotation.from <= 1 && endsWithTalk(text, rest.start + quotation.to, rest.end, cues))
    return { start: rest.start + quotation.start, end: rest.start + quotation.end, asked: true };
  const tail = cues.tails.find(
    (match) => match.start > rest.start && isLast(text, match, rest.end) && stands(text, match),
  );
  return { start: rest.start, end: tail ? tail.start : rest.end, asked: true };
}

/** After a closing quotation mark comes nothing, a question about the draft, or thanks: never more of the draft. */
function endsWithTalk(text: string, from: number, to: number, cues: Cues): boolean {
  const after = text.slice(from, to);
  if (after.split(/\s+/).filter(Boolean).length <= 3) return true;
  return [...cues.tails, ...cues.signOffs, ...cues.heads].some(
    (match) => match.start >= from && match.start - from < 80,
  );
}

/** The draft first, then the question about it. */
function beforeTail(text: string, body: { end: number }, cues: Cues): Found | null {
  const tail = cues.tails.find(
    (match) => isLast(text, match, body.end) && (match.label === 'draft:tail' || stands(text, match)),
  );
  if (tail === undefined) return null;
  const before = trim(text, 0, tail.start);
  if (before.end <= before.start || cues.leads.some((match) => match.start <= before.start + 1)) return null;
  const quotations = findQuotations(text.slice(0, before.end));
  const last = quotations.at(-1);
  if (last && last.to >= before.end - 2 && (last.from <= before.start + 1 || isFramed(text, last, cues)))
    return { start: last.start, end: last.end, asked: true };
  if (cues.describes.some((match) => match.start <= before.start + 1)) return null;
  if (text.slice(before.start, before.end).split(/\s+/).length < 3) return null;
  return {
    ...before,
    asked:
      tail.label === 'draft:tail' ||
      /[.!?…]|\p{Extended_Pictographic}|#|^\p{Lu}/u.test(text.slice(before.start, before.end)),
  };
}

/** The words before a quotation are about checking or posting. */
function isFramed(text: string, quotation: Quotation, cues: Cues): boolean {
  const near = quotation.from - 120;
  return (
    cues.heads.some((match) => match.end <= quotation.from && match.start >= near) ||
    text.slice(0, quotation.from).trim().split(/\s+/).length <= 6
  );
}

/** The longest quotation of two words and more, or any that is asked about. */
function inQuotes(text: string, cues: Cues): Found | null {
  const quotations = findQuotations(text).filter(({ start, end }) => end - start < text.length);
  const longest = quotations.sort((one, other) => other.end - other.start - (one.end - one.start))[0];
  if (longest === undefined) return null;
  const asked =
    cues.heads.some((match) => match.end <= longest.from || match.start >= longest.to) ||
    cues.tails.some((match) => match.start >= longest.to);
  return { start: longest.start, end: longest.end, asked };
}

/** "could I write that …", "can I post this …" with nothing between. */
function afterAsk(text: string, body: { end: number }, cues: Cues): Found | null {
  const that = cues.reported[0];
  if (
    that &&
    that.end < body.end &&
    !cues.leads.some((match) => match.start < that.start && that.start - match.start > 40)
  )
    return { start: that.end, end: withoutPlace(text, that.end, body.end, cues), asked: true };
  const head = cues.heads.find((match) => match.label === 'draft:head');
  if (head === undefined) return null;
  const rest = trim(text, head.end, body.end);
  const words = text.slice(rest.start, rest.end).split(/\s+/);
  if (words.length < 3 || isTalk(text, rest, cues) || goesOn(text, rest, cues)) return null;
  return withinRest(text, rest, cues);
}

/** The words right after the cue continue the question ("… on Facebook", "… if I am off duty"). */
function goesOn(text: string, rest: { start: number }, cues: Cues): boolean {
  return cues.goesOn.some((match) => match.start <= rest.start + 1) || /^[?.,!]/.test(text.slice(rest.start));
}

/** The rest speaks about the draft, it is not the draft. */
function isTalk(text: string, rest: { start: number; end: number }, cues: Cues): boolean {
  const spoken = cues.talk.find((match) => match.start <= rest.start + 1 && match.start >= rest.start - 1);
  if (spoken !== undefined) return true;
  const last = cues.signOffs.find((match) => match.start <= rest.start + 1);
  return last !== undefined && text.slice(last.end, rest.end).trim().split(/\s+/).length <= 3;
}

function withoutPlace(text: string, from: number, to: number, cues: Cues): number {
  const place = cues.places.find((match) => match.start > from && isLast(text, match, to));
  return place ? place.start : to;
}

/** Nothing but punctuation and emoji stands between the match and `end`. */
function isLast(text: string, match: Match, end: number): boolean {
  return match.end <= end && !/[\p{L}\p{N}]/u.test(text.slice(match.end, end));
}

/** The match begins a sentence, a line, or follows a dash, a comma or a quotation mark. */
function stands(text: string, match: Match): boolean {
  return (
    match.start === 0 ||
    /(?:[.!?…:;,\n\-–—"'”’»)]|\p{Extended_Pictographic}|\u{fe0f})\s*$/u.test(
      text.slice(Math.max(0, match.start - 8), match.start),
    )
  );
}

/** Without spaces and the dashes and marks that only part the draft from the question. */
function trim(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && /[\s:–—-]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s–—-]/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
