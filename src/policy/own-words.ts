import { words } from '../text/words.ts';
import type { Ideas } from './ideas.ts';
import type { Synonyms } from './synonyms.ts';

/** Reads the published wording itself, in which nothing is to be mended, and counts its words on the way. */
export interface OwnWords {
  read(text: string): { readonly stems: readonly string[]; readonly concepts: readonly string[] };
  /** How often each word came in what was read so far. */
  counts(): Map<string, number>;
}

export function readOwnWords({ shorthand }: Synonyms, ideas: Ideas): OwnWords {
  const seen = new Map<string, { count: number; readonly stems: readonly string[] }>();
  return {
    read(text) {
      const stems: string[] = [];
      for (const word of words(text)) {
        let known = seen.get(word);
        if (known === undefined) {
          known = { count: 0, stems: (shorthand[word]?.split(' ') ?? [word]).map(ideas.stem) };
          seen.set(word, known);
        }
        known.count++;
        for (const stem of known.stems) stems.push(stem);
      }
      return { stems, concepts: ideas.find(stems) };
    },
    counts: () => new Map([...seen].map(([word, { count }]) => [word, count])),
  };
}
