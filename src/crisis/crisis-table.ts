import { type PhraseBook, phraseBook } from '../text/phrase-book.ts';
import type { Spelling } from '../text/vocabulary.ts';

/** What a crisis is about, the gravest first. */
export const crisisKinds = [
  'self-harm',
  'someone-else-at-risk',
  'threat',
  'stalking',
  'sexual-assault',
  'threat-to-others',
] as const;
export type CrisisKind = (typeof crisisKinds)[number];

/** The table as its owner writes it in `policy/crisis.yaml`. */
export interface CrisisRows {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Readonly<Record<CrisisKind, readonly string[]>>;
  readonly nearMisses: readonly string[];
  readonly spelling: Spelling;
}

export interface CrisisTable {
  readonly kinds: readonly CrisisKind[];
  readonly book: PhraseBook<CrisisKind | 'near-miss'>;
}

/** Makes the table ready for use. Throws with the phrase and the reason when a row makes no phrase. */
export function crisisTable(rows: CrisisRows): CrisisTable {
  const phrases = crisisKinds.flatMap((kind) => rows.phrases[kind].map((phrase) => ({ label: kind, phrase })));
  const nearMisses = rows.nearMisses.map((phrase) => ({ label: 'near-miss' as const, phrase }));
  return { kinds: crisisKinds, book: phraseBook([...phrases, ...nearMisses], rows.groups, rows.spelling) };
}
