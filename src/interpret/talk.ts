import type { DraftCues, Match } from './draft-cues.ts';

/** UTF-16 offsets into the message. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A text of more words, or code units, than this is no talk about a draft any more. */
const mostTalk = { words: 20, units: 400 };

export function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

/** The range speaks about the draft ("it's a photo of my team"), it is not the draft. */
export function isTalk(text: string, range: Range, cues: DraftCues): boolean {
  if (range.end - range.start > mostTalk.units) return false;
  if (wordCount(text.slice(range.start, range.end)) > mostTalk.words) return false;
  return cues.talk.some((match) => match.start >= range.start - 1 && match.start <= range.start + 1);
}

/** Nothing in the range but a question about the draft, a place, or thanks. */
export function isOnlyTalk(text: string, range: Range, cues: DraftCues): boolean {
  if (range.end - range.start > mostTalk.units) return false;
  return [...cues.tails, ...cues.places, ...cues.signOffs].some(
    (match) =>
      match.start >= range.start &&
      wordCount(text.slice(range.start, match.start)) <= 1 &&
      wordCount(text.slice(match.end, range.end)) <= 2,
  );
}

/** Nothing but punctuation and emoji stands between the match and `end`. */
export function isLast(text: string, match: Match, end: number): boolean {
  return match.end <= end && end - match.end < 40 && !/[\p{L}\p{N}]/u.test(text.slice(match.end, end));
}

/** The match begins a sentence, a line, or follows a dash, a comma, an emoji, a hashtag or a quotation mark. */
export function stands(text: string, match: Match): boolean {
  const before = text.slice(Math.max(0, match.start - 60), match.start);
  return (
    before.trim() === '' || /(?:[.!?…:;,\n\-–—"'”’»)\]]|\p{Extended_Pictographic}\u{fe0f}?|#\p{L}+)\s*$/u.test(before)
  );
}

/** Without spaces, colons and the dashes that only part the draft from the question. */
export function trim(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && /[\s:–—-]/.test(text[start] ?? '')) start++;
  while (end > start && /[\s–—-]/.test(text[end - 1] ?? '')) end--;
  return { start, end };
}
