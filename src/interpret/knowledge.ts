import { looseWords } from '../text/loose-words.ts';
import { type PhraseBook, phraseBook } from '../text/phrase-book.ts';
import type { DraftCue } from './draft-cues.ts';
import { featuresOf } from './features.ts';
import { type FoundDraft, findDraft } from './find-draft.ts';
import { type LearnedIntent, learnedIntents } from './intent.ts';
import { type IntentModel, type Lesson, learnIntents } from './intent-model.ts';

/** `policy/intents.yaml` as its owner writes it; phrases in the language of `text/phrase.ts`. */
export interface IntentRows {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly draftCues: Readonly<Record<DraftCue, readonly string[]>>;
  readonly cues: Readonly<Record<string, readonly string[]>>;
  readonly platforms: Readonly<Record<string, readonly string[]>>;
  readonly subjectAccess: readonly string[];
  readonly examples: Readonly<Record<LearnedIntent, readonly string[]>>;
}

/** What a text says of danger; the crisis folder's `findCrisis` bound to its table. */
export type SeeCrisis = (text: string) => { readonly kinds: readonly string[] } | null;

export interface Knowledge {
  readonly seeCrisis: SeeCrisis;
  readonly draftCues: PhraseBook<DraftCue>;
  /** Labels "cue:…", "platform:…" and "subject-access". */
  readonly cues: PhraseBook<string>;
  readonly model: IntentModel<LearnedIntent>;
}

/** Learns the model and readies the phrases. Throws with the phrase and the reason when a row makes no phrase. */
export function knowledgeOf(rows: IntentRows, seeCrisis: SeeCrisis): Knowledge {
  const books = booksOf(rows);
  const lessons = learnedIntents.flatMap((label) =>
    rows.examples[label].map(
      (message): Lesson<LearnedIntent> => ({ label, features: readMessage(message, books).features }),
    ),
  );
  return { seeCrisis, ...books, model: learnIntents(learnedIntents, lessons) };
}

export type Books = Pick<Knowledge, 'draftCues' | 'cues'>;

export function booksOf(rows: IntentRows): Books {
  const cueRows = [
    ...rowsOf(rows.cues, 'cue:'),
    ...rowsOf(rows.platforms, 'platform:'),
    ...rowsOf({ 'subject-access': rows.subjectAccess }, ''),
  ];
  return { draftCues: phraseBook(rowsOf(rows.draftCues, ''), rows.groups), cues: phraseBook(cueRows, rows.groups) };
}

function rowsOf<Label extends string>(table: Readonly<Record<Label, readonly string[]>>, prefix: string) {
  return Object.entries<readonly string[]>(table).flatMap(([label, phrases]) =>
    phrases.map((phrase) => ({ label: `${prefix}${label}` as Label, phrase })),
  );
}

/** A message as the model sees it: the draft in it is set aside, so that its words do not count. */
export interface ReadMessage {
  readonly draft: FoundDraft | null;
  /** The message without the draft. */
  readonly frame: string;
  /** Labels of the cues found in the frame. */
  readonly labels: readonly string[];
  readonly features: readonly string[];
}

/** Longer messages are read at both ends only. */
const mostRead = 6000;

export function readMessage(text: string, books: Books): ReadMessage {
  const draft = findDraft(text, books.draftCues);
  const frame = draft ? `${text.slice(0, draft.start)} ${text.slice(draft.end)}` : text;
  const shown = frame.length <= mostRead ? frame : `${frame.slice(0, mostRead / 2)}\n${frame.slice(-mostRead / 2)}`;
  const labels = [...new Set(books.cues.find(shown).map((match) => match.label))];
  const asks = [...new Set(books.draftCues.find(shown).map((match) => `draft:${match.label}`))];
  const given = draft ? [draft.asked ? 'draft:asked' : 'draft:quoted'] : [];
  const features = featuresOf({ text: shown, words: looseWords(shown), cues: [...labels, ...asks, ...given] });
  return { draft, frame, labels, features };
}
