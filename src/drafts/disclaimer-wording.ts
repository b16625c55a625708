import type { Reading } from './reading.ts';
import type { RuleBook } from './rule-book.ts';

/** How close a text comes to the policy's disclaimer: word for word, in other words, or not at all. */
export type DisclaimerWording = 'exact' | 'near' | 'absent';

/** Where the policy's disclaimer stands in `text`, word for word; apostrophes, capitals, spaces and stops do not matter. */
export function findDisclaimer(text: string, book: RuleBook): { start: number; end: number } | null {
  const found = shapeOf(book)?.exec(text) ?? null;
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

const shapes = new WeakMap<RuleBook, { readonly shape: RegExp | null }>();

/** What finds a book's disclaimer, made once; null where the book has none. */
function shapeOf(book: RuleBook): RegExp | null {
  const known = shapes.get(book);
  if (known !== undefined) return known.shape;
  const words = book.rules.disclaimer.says.exact?.match(/[\p{L}]+(?:['’][\p{L}]+)*/gu) ?? [];
  const source = words.map((word) => word.replace(/['’]/, "['’‘ʼ]?")).join('[\\s,;]+');
  const shape = words.length === 0 ? null : new RegExp(source, 'iu');
  shapes.set(book, { shape });
  return shape;
}

/** `text` with the disclaimer's letters as spaces, so that its "NHS or ICB policy" is not read as what the draft is about. */
export function withoutDisclaimer(text: string, book: RuleBook): string {
  const found = findDisclaimer(text, book);
  if (found === null) return text;
  return text.slice(0, found.start) + ' '.repeat(found.end - found.start) + text.slice(found.end);
}

/** What the draft carries of the policy's disclaimer. */
export function disclaimerIn(reading: Reading): DisclaimerWording {
  return reading.once('disclaimer', () => {
    if (findDisclaimer(reading.draft.text, reading.book) !== null) return 'exact';
    return reading.has('disclaimer', 'near') ? 'near' : 'absent';
  });
}

/** What a profile ("check my bio") carries of the disclaimer, and the sentence to copy. */
export function checkProfile(reading: Reading): { readonly wording: DisclaimerWording; readonly sentence: string } {
  return { wording: disclaimerIn(reading), sentence: reading.book.rules.disclaimer.says.exact ?? '' };
}
