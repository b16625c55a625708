/** A part of a message inside quotation marks or a code fence; `start` and `end` leave the marks out, `from` and `to` take them in. */
export interface Quotation {
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly to: number;
}

const closers: Readonly<Record<string, string>> = {
  '"': '"”“',
  '“': '”"“',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‹': '›',
  "'": "'’",
  '‘': "’'",
  '`': '`',
  '＂': '＂',
};
const fence = /(^|\n)[ \t]*(```|~~~)[^\n]*\n([\s\S]*?)\n?[ \t]*\2(?=\s|$)/g;
const quotedLines = /(?:^|\n)([ \t]*>[^\n]*(?:\n[ \t]*>[^\n]*)*)/g;

/** Code fences and runs of lines marked with ">", in the order of the text. */
export function findBlocks(text: string): Quotation[] {
  return [...fencedBlocks(text), ...blockQuotations(text)].filter(({ start, end }) => end > start);
}

function fencedBlocks(text: string): Quotation[] {
  return [...text.matchAll(fence)].map((match) => {
    const [all, lead = '', , body = ''] = match;
    const from = match.index + lead.length;
    const start = text.indexOf('\n', from) + 1;
    return trimmed(text, { from, start, end: start + body.length, to: match.index + all.length });
  });
}

function blockQuotations(text: string): Quotation[] {
  return [...text.matchAll(quotedLines)].flatMap((match) => {
    const block = match[1] ?? '';
    const from = match.index + match[0].length - block.length;
    const to = from + block.length;
    const mark = /^[ \t]*(?:>[ \t]?)+/.exec(block)?.[0].length ?? 0;
    return [trimmed(text, { from, start: from + mark, end: to, to })];
  });
}

function trimmed(text: string, quotation: Quotation): Quotation {
  let { start, end } = quotation;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  return { ...quotation, start, end };
}

/** Every outermost pair of quotation marks, in the order of the text. An apostrophe opens and closes nothing. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = [];
  const hopelessUntil = new Map<string, number>();
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] ?? '';
    if (!opensQuotation(text, at) || at < (hopelessUntil.get(mark) ?? 0)) continue;
    const end = closingMark(text, at);
    if (end < 0) {
      hopelessUntil.set(mark, at + longestQuotation);
      continue;
    }
    found.push(trimmed(text, { from: at, start: at + 1, end, to: end + 1 }));
    at = end;
  }
  return found.filter(({ start, end }) => end > start);
}

/** Whether a quotation mark stands at `at` and can open. */
export function opensQuotation(text: string, at: number): boolean {
  const mark = text[at] ?? '';
  if (!(mark in closers)) return false;
  const before = text[at - 1] ?? ' ';
  const after = text[at + 1] ?? ' ';
  if (mark === "'" || mark === '‘') return /[\s([{:;,.!?–—/-]/.test(before) && /[^\s]/.test(after);
  if (mark === '"' || mark === '`') return /[\s([{:;,.!?–—'/-]/.test(before) && after !== ' ';
  return mark !== '»';
}

/** How far a quotation is looked for; beyond it the mark is taken for a stray one, so that time stays linear. */
const longestQuotation = 20_000;

/**
 * The mark that closes the one at `from`: marks inside that open are closed first; of several that may close, the last
 * one before the next opens, so that "the nurses' pay" inside quotes ends nothing. -1 where none closes.
 */
function closingMark(text: string, from: number): number {
  const mark = text[from] ?? '';
  const wanted = closers[mark] ?? '';
  const limit = Math.min(text.length, from + longestQuotation);
  let depth = 1;
  let last = -1;
  for (let at = from + 1; at < limit; at++) {
    const sign = text[at] ?? '';
    if (sign !== mark && !wanted.includes(sign)) continue;
    if (
      mark !== '`' &&
      at > from + 1 &&
      (sign === mark || sign === '“') &&
      opensQuotation(text, at) &&
      !isOnlyCloser(text, at)
    ) {
      if (last >= 0) return last;
      depth++;
    } else if (wanted.includes(sign) && closes(text, at)) {
      if (depth > 1) depth--;
      else last = at;
      if (last >= 0 && mark !== "'" && mark !== '‘') return last;
    }
  }
  return last;
}

function closes(text: string, at: number): boolean {
  const after = text[at + 1] ?? ' ';
  if (text[at] === "'" || text[at] === '’') return !/[\p{L}\p{N}]/u.test(after);
  return true;
}

/** A mark right after punctuation and before a space or the end can only close. */
function isOnlyCloser(text: string, at: number): boolean {
  return /[\s.,;:!?)]|^$/.test(text[at + 1] ?? '');
}

/**
 * The quotation that opens at `at`: it ends at the last closing mark before `limit` after which only talk follows, so
 * that quotations and apostrophes inside end nothing. Null where there is none such.
 */
export function quotationFrom(
  text: string,
  at: number,
  limit: number,
  isAfter: (from: number) => boolean,
): Quotation | null {
  const wanted = closers[text[at] ?? ''] ?? '';
  const lowest = Math.max(at + 1, limit - 2000);
  for (let end = limit - 1; end > lowest; end--) {
    if (!wanted.includes(text[end] ?? ' ') || !closes(text, end) || opensAnew(text, end)) continue;
    if (isAfter(end + 1)) return trimmed(text, { from: at, start: at + 1, end, to: end + 1 });
  }
  return null;
}

/** The mark opens another quotation rather than closing this one. */
function opensAnew(text: string, at: number): boolean {
  return /[\s(]/.test(text[at - 1] ?? ' ') && /\S/.test(text[at + 1] ?? ' ');
}
