import { PerWord, type Word } from '../../text/word.ts';
import type { EntryKind, Lexicon, LexiconHit, Node } from './lexicon.ts';

const longest = 8;
/** Kinds that a longer phrase of approval or condemnation does not do away with. */
const kept: ReadonlySet<EntryKind> = new Set<EntryKind>([
  'noun',
  'adjective',
  'belief',
  'sign',
  'sharp',
  'lived-in',
  'person',
  'the-adjective',
  'distancing',
  'unprotected',
  'insult',
  'approval',
  'condemnation',
  'fellowship',
]);

/** Finds all entries met, the longest of each kind at each place. */
export function entryFinder(root: Node): Lexicon['find'] {
  /** What a word may begin, as it stands and without "'s"; most words begin nothing. */
  const begun = new PerWord(({ key }) =>
    [key, key.endsWith("'s") ? key.slice(0, -2) : null].flatMap((form) =>
      form === null ? [] : (root.next.get(form) ?? []),
    ),
  );
  return (words) => {
    const hits: LexiconHit[] = [];
    for (let from = 0; from < words.length; from++) {
      const nodes = begun.of(words[from] as Word);
      if (nodes.length === 0) continue;
      const best = new Map<EntryKind, LexiconHit>();
      for (const node of nodes) walk(node, words, from, best);
      for (const hit of best.values()) hits.push(hit);
    }
    return hits.length < 2 ? hits : withoutCovered(hits);
  };
}

/** A longer phrase of approval or condemnation ("should not have to") does away with the shorter words inside it. */
function withoutCovered(hits: readonly LexiconHit[]): LexiconHit[] {
  const covers = hits.filter(
    (hit) =>
      (hit.kind === 'approval' || hit.kind === 'condemnation' || hit.kind === 'fellowship') && hit.to - hit.from > 1,
  );
  let first = 0;
  return hits.filter((hit) => {
    if (kept.has(hit.kind)) return true;
    while (first < covers.length && (covers[first] as LexiconHit).from < hit.from - longest) first++;
    for (let at = first; at < covers.length && (covers[at] as LexiconHit).from <= hit.from; at++) {
      const cover = covers[at] as LexiconHit;
      if (cover.to >= hit.to && cover.to - cover.from > hit.to - hit.from) return false;
    }
    return true;
  });
}

function walk(first: Node, words: readonly Word[], from: number, best: Map<EntryKind, LexiconHit>): void {
  let node: Node | undefined = first;
  for (let to = from + 1; node !== undefined; to++) {
    for (const entry of node.entries) best.set(entry.kind, { ...entry, from, to });
    if (to - from >= longest || to >= words.length) return;
    node = node.next.get((words[to] as Word).key);
  }
}

/** Finds the one word that a word with hidden letters fits. */
export function unmasker(vocabulary: ReadonlySet<string>): Lexicon['unmask'] {
  const byLength = new Map<number, string[]>();
  for (const word of vocabulary) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  return (masked) => {
    if (!masked.includes('*') || masked.length < 4) return null;
    const fits = (word: string) => [...word].every((letter, at) => masked[at] === '*' || masked[at] === letter);
    return byLength.get(masked.length)?.find(fits) ?? null;
  };
}
