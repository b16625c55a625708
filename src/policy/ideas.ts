import { stem as stemOf } from '../text/stem.ts';
import { words } from '../text/words.ts';
import { remembered } from './remembered.ts';
import type { Synonyms } from './synonyms.ts';

/** Words as stems, and the ideas of the field that stand in a run of stems. */
export interface Ideas {
  stem(word: string): string;
  /** Each idea once, in the order in which they begin. */
  find(stems: readonly string[]): string[];
}

interface Phrase {
  readonly stems: readonly string[];
  readonly concept: string;
}

export function buildIdeas({ concepts }: Synonyms): Ideas {
  const stem = remembered(stemOf);
  const phrases = new Map<string, Phrase[]>();
  for (const [concept, members] of Object.entries(concepts))
    for (const member of members) {
      const stems = words(member).map(stem);
      const first = stems[0] ?? '';
      const list = phrases.get(first);
      if (list) list.push({ stems, concept });
      else phrases.set(first, [{ stems, concept }]);
    }
  return { stem, find: (stems) => findConcepts(stems, phrases) };
}

function findConcepts(stems: readonly string[], phrases: ReadonlyMap<string, readonly Phrase[]>): string[] {
  const found: string[] = [];
  for (let at = 0; at < stems.length; at++) {
    const begun = phrases.get(stems[at] as string);
    if (begun === undefined) continue;
    for (const { stems: parts, concept } of begun)
      if (standsAt(stems, at, parts) && !found.includes(concept)) found.push(concept);
  }
  return found;
}

function standsAt(stems: readonly string[], at: number, parts: readonly string[]): boolean {
  for (let offset = 1; offset < parts.length; offset++) if (stems[at + offset] !== parts[offset]) return false;
  return true;
}
