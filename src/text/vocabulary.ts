import { commonWords } from './common-words.ts';

export interface Vocabulary {
  /** The entries that a folded word may be: itself, with stretched letters let go, an entry it begins with, or a near misspelling. */
  resolve(word: string): readonly string[];
  /** The entries of which an unknown word is run together ("killmyself"), or the word alone. */
  split(word: string): readonly string[];
}

export interface Spelling {
  /** Words that are nobody's misspelling, beside the common ones. */
  readonly ordinaryWords: readonly string[];
  /** Spellings too far from their word to be found by one slip, by the word that is meant. */
  readonly misspellings: Readonly<Record<string, readonly string[]>>;
}

/** Entries shorter than this are only found as written: "kill" and "bill" are both words. */
const shortestMisspelt = 5;
/** A word this long is no word; it is left alone so that time stays linear. */
const longestWord = 40;
const shortestRunTogether = 6;
/** Words whose reading is remembered, so that memory is bounded whatever is typed. */
const mostRemembered = 20_000;

/** `entries` ending in `*` stand for every word that begins so. */
export function vocabularyOf(entries: readonly string[], spelling: Partial<Spelling>): Vocabulary {
  const whole = new Set(entries.filter((entry) => !entry.endsWith('*')));
  const stems = new Set(entries.filter((entry) => entry.endsWith('*')).map((entry) => entry.slice(0, -1)));
  const kept = new Set(spelling.ordinaryWords);
  const meant = new Map(
    Object.entries(spelling.misspellings ?? {}).flatMap(([word, slips]) => slips.map((slip) => [slip, word] as const)),
  );
  const lacking = wordsByOneLetterLess([...whole, ...stems].filter((entry) => entry.length >= shortestMisspelt));
  const lengths = [...stems].map((stem) => stem.length);
  const shortestStem = Math.min(...lengths);
  const longestStem = Math.max(...lengths);

  function exact(word: string): string[] {
    const found = whole.has(word) ? [word] : [];
    for (let end = shortestStem; end <= Math.min(longestStem, word.length); end++)
      if (stems.has(word.slice(0, end))) found.push(`${word.slice(0, end)}*`);
    return found;
  }

  const resolved = new Map<string, readonly string[]>();
  function resolve(word: string): readonly string[] {
    const known = resolved.get(word);
    if (known !== undefined) return known;
    if (resolved.size >= mostRemembered) resolved.clear();
    const found = lookUp(word);
    resolved.set(word, found);
    return found;
  }

  function lookUp(word: string): readonly string[] {
    if (word.length > longestWord) return [];
    for (const form of shrunk(word)) {
      const found = exact(meant.get(form) ?? form);
      if (found.length > 0) return found;
    }
    if (kept.has(word) || commonWords.has(word)) return [];
    return [...new Set(word.includes('*') ? hidden(word) : misspelt(word))];
  }

  function misspelt(word: string): string[] {
    const near = new Set([word, ...oneLetterLess(word)].flatMap((form) => [...(lacking.get(form) ?? [])]));
    return [...near].filter((entry) => entry[0] === word[0] && isOneSlipAway(word, entry)).flatMap(exact);
  }

  /** Letters hidden by asterisks: "k*ll". */
  function hidden(word: string): string[] {
    const fits = (entry: string) =>
      entry.length === word.length && [...word].every((letter, at) => letter === '*' || letter === entry[at]);
    return [...whole].filter(fits);
  }

  const parted = new Map<string, readonly string[]>();
  function split(word: string): readonly string[] {
    const known = parted.get(word);
    if (known !== undefined) return known;
    if (parted.size >= mostRemembered) parted.clear();
    const parts = part(word);
    parted.set(word, parts);
    return parts;
  }

  function part(word: string): readonly string[] {
    if (word.length < shortestRunTogether || word.length > longestWord || kept.has(word) || commonWords.has(word))
      return [word];
    if (resolve(word).length > 0) return [word];
    return runTogether(word, (piece) => whole.has(piece)) ?? [word];
  }

  return { resolve, split };
}

/** The word, with runs of three and more letters cut to two, then every run to one. */
function shrunk(word: string): string[] {
  if (!/(.)\1/u.test(word)) return [word];
  return [...new Set([word, word.replace(/(.)\1{2,}/gu, '$1$1'), word.replace(/(.)\1+/gu, '$1')])];
}

function wordsByOneLetterLess(entries: readonly string[]): Map<string, Set<string>> {
  const index = new Map<string, Set<string>>();
  for (const entry of entries) {
    for (const form of [entry, ...oneLetterLess(entry)]) {
      const known = index.get(form);
      if (known) known.add(entry);
      else index.set(form, new Set([entry]));
    }
  }
  return index;
}

function oneLetterLess(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** One letter too many, too few, wrong, or two neighbours swapped. */
function isOneSlipAway(word: string, entry: string): boolean {
  let same = 0;
  while (same < word.length && same < entry.length && word[same] === entry[same]) same++;
  const rest = (text: string, from: number) => text.slice(same + from);
  if (rest(word, 1) === rest(entry, 1) || rest(word, 1) === rest(entry, 0) || rest(word, 0) === rest(entry, 1))
    return true;
  return word[same] === entry[same + 1] && word[same + 1] === entry[same] && rest(word, 2) === rest(entry, 2);
}

/** The fewest known parts that make the whole word. */
function runTogether(word: string, isKnown: (part: string) => boolean): string[] | null {
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - 14); start < end; start++) {
      const before = best[start];
      const part = word.slice(start, end);
      if (!before || (part.length === 1 && part !== 'i' && part !== 'a') || !isKnown(part)) continue;
      const now = best[end];
      if (!now || before.length + 1 < now.length) best[end] = [...before, part];
    }
  }
  return best[word.length] ?? null;
}
