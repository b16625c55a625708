import type { DraftCues as Cues, Match } from './draft-cues.ts';
import { findQuotations, opensQuotation, type Quotation, quotationFrom } from './quotations.ts';
import { type Range, wordCount } from './talk.ts';

/** `is this ok "…"`: the quotation begins within a few words of the request. */
export function quotedRightAfter(text: string, head: Match, body: Range, cues: Cues): Range | null {
  const near = text.slice(head.end, head.end + 60);
  const gap =
    /^(?:[^\S\n]|[:–—?,.-]|\n|\b(?:on|to|in|my|the|this|saying|with|like|insta|instagram|facebook|fb|twitter|linkedin|x|please|pls)\b)*/iu.exec(
      near,
    )?.[0] ?? '';
  const at = head.end + gap.length;
  if (!opensQuotation(text, at)) return null;
  return quotationFrom(text, at, body.end, (from) => isAfterDraft(text, { start: from, end: body.end }, cues));
}

/** After the closing mark comes nothing, a few words, or talk about the draft: never more of it. */
export function isAfterDraft(text: string, rest: Range, cues: Cues): boolean {
  if (wordCount(text.slice(rest.start, rest.end)) <= 3) return true;
  return [...cues.tails, ...cues.signOffs, ...cues.heads, ...cues.places].some(
    (match) => match.start >= rest.start && wordCount(text.slice(rest.start, match.start)) <= 3,
  );
}

/** A quotation that is all of the range, or that words about posting bring in. */
export function quotedWithin(text: string, range: Range, cues: Cues): Range | null {
  if (opensQuotation(text, range.start)) {
    const quoted = quotationFrom(text, range.start, range.end, (from) => wordCount(text.slice(from, range.end)) <= 3);
    if (quoted) return quoted;
  }
  const quotations = findQuotations(text.slice(0, range.end)).filter(
    ({ start, end }) => wordCount(text.slice(start, end)) > 0,
  );
  const longest = longestOf(quotations);
  if (longest === undefined || wordCount(text.slice(range.start, longest.from)) > 15) return null;
  const after = { start: longest.to, end: range.end };
  return bringsIn(text, longest, cues) && isAfterDraft(text, after, cues) ? longest : null;
}

/** Words that stand right before a draft in quotation marks. */
const bringers =
  /\b(?:say|saying|put|putting|post|posting|tweet|tweeting|reply|replying|comment|commenting|write|writing|share|sharing|caption|bio|status|headline|message|send|type|answer|respond|with|is|are|about|was|like|this|it|following|going|thinking|does|do|would|will)[\s:,–—-]*$/iu;

/** Words that stand right before what somebody said inside a draft. */
const narrates = /\b(?:said|says|called|calls|told me|shouted|asked|replied|named|titled|goes|went)[\s:,–—-]*$/iu;

function bringsIn(text: string, quotation: Quotation, cues: Cues): boolean {
  const before = text.slice(0, quotation.from);
  if (bringers.test(before) || (wordCount(before) <= 8 && !narrates.test(before))) return true;
  return cues.heads.some(
    (match) => match.end <= quotation.from && wordCount(text.slice(match.end, quotation.from)) <= 8,
  );
}

/** The quotation of the most words, most likely the draft. */
export function longestOf(quotations: readonly Quotation[]): Quotation | undefined {
  return [...quotations].sort((one, other) => other.end - other.start - (one.end - one.start))[0];
}
