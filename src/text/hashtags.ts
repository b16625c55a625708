import { commonWords } from './common-words.ts';

const longest = 100;

/**
 * The lengths of the words in a hashtag, in the plain form: cut at capitals where the writer used them
 * ("#NotMyManager"), else by the fewest known words ("#notmymanager"); one piece when neither works.
 */
export function splitHashtag(plain: string, original: string): number[] {
  if (plain.length > longest) return [plain.length];
  if (plain.length === original.length) {
    const pieces = original.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z']+|\d+|[^A-Za-z\d]+/g) ?? [];
    if (pieces.length > 1 && /[a-z][A-Z]/.test(original)) return pieces.map((piece) => piece.length);
  }
  return fewestWords(plain) ?? [plain.length];
}

/** Fewest known words that spell `tag` from end to end (digits count as a word); null when none do. */
function fewestWords(tag: string): number[] | null {
  const best: (number[] | null)[] = [[]];
  for (let end = 1; end <= tag.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - 20); start < end; start++) {
      const before = best[start];
      const piece = tag.slice(start, end);
      if (before && (commonWords.has(piece) || /^\d+$/.test(piece)) && before.length + 1 < (best[end]?.length ?? 99))
        best[end] = [...before, end - start];
    }
  }
  return best[tag.length] ?? null;
}
