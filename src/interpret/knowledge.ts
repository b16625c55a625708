import { type LooseWord, looseWords } from '../text/loose-words.ts';
import { type PhraseBook, phraseBook } from '../text/phrase-book.ts';
import { type DraftCue, mostRead } from './draft-cues.ts';
import { featuresOf, importanceOf } from './features.ts';
import { type FoundDraft, findDraft } from './find-draft.ts';
import { type Intent, intents, type LearnedIntent } from './intent.ts';
import {
  type IntentModel,
  intentModel,
  type LearnedIntents,
  type Lesson,
  learnIntents,
  type Teaching,
} from './intent-model.ts';

/** `policy/intents.yaml` as its owner writes it; phrases in the language of `text/phrase.ts`. */
export interface IntentRows {
  readonly groups: Readonly<Record<string, readonly string[]>>;
  readonly draftCues: Readonly<Record<DraftCue, readonly string[]>>;
  readonly cues: Readonly<Record<string, readonly string[]>>;
  readonly platforms: Readonly<Record<string, readonly string[]>>;
  readonly subjectAccess: readonly string[];
  readonly examples: Readonly<Record<LearnedIntent, readonly string[]>>;
  /** How people say that somebody is in danger, for the model; what its table of phrases knows is found without it. */
  readonly crises: readonly string[];
}

/** At most so many of the policy's own example questions are lessons, so that one intent does not outweigh the others. */
const mostQuestions = 900;

/** The example questions of the policy as lessons: those it answers or is silent on, and those about something else. */
export function withQuestions(rows: IntentRows, about: readonly string[], foreign: readonly string[]): IntentRows {
  const some = (questions: readonly string[], most: number) => {
    const step = Math.max(1, Math.ceil(questions.length / most));
    return questions.filter((_, at) => at % step === 0);
  };
  const ask = [...rows.examples.ask, ...some(about, mostQuestions)];
  const outOfScope = [...rows.examples['out-of-scope'], ...some(foreign, mostQuestions / 3)];
  return { ...rows, examples: { ...rows.examples, ask, 'out-of-scope': outOfScope } };
}

/** What a text says of danger; the crisis folder's `findCrisis` bound to its table. */
export type SeeCrisis = (text: string) => { readonly kinds: readonly string[] } | null;

export interface Knowledge {
  readonly seeCrisis: SeeCrisis;
  /** Whether a clause of the policy answers this; where it does, it was no small talk. Absent where no policy is loaded. */
  readonly policyAnswers?: (message: string) => boolean;
  readonly cues: CueBook;
  readonly model: IntentModel<Intent>;
}

/** Labels "draft:…", "cue:…", "platform:…" and "subject-access". */
export type CueBook = PhraseBook<string>;

/** Readies the phrases and the model. Throws with the phrase and the reason when a row makes no phrase. */
export function knowledgeOf(
  rows: IntentRows,
  seeCrisis: SeeCrisis,
  learned: LearnedIntents = learnFrom(rows),
): Knowledge {
  return { seeCrisis, cues: cueBookOf(rows), model: intentModel(intents, learned, teaching) };
}

/** Learns what the examples mean: a second of work, whose fruit can be kept as long as the rows stay as they are. */
export function learnFrom(rows: IntentRows): LearnedIntents {
  const cues = cueBookOf(rows);
  const examples: Readonly<Record<Intent, readonly string[]>> = { ...rows.examples, crisis: rows.crises };
  const lessons = intents.flatMap((label) =>
    examples[label].map((message): Lesson<Intent> => ({ label, features: readMessage(message, cues).features })),
  );
  return learnIntents(intents, lessons, teaching);
}

/** The best of those tried by five-fold cross-validation over the examples. */
const teaching: Teaching = { passes: 4, rate: 3, decay: 2e-3, balance: 1, least: 2, importance: importanceOf };

export function cueBookOf(rows: IntentRows): CueBook {
  const cueRows = [
    ...rowsOf(rows.draftCues, 'draft:'),
    ...rowsOf(rows.cues, 'cue:'),
    ...rowsOf(rows.platforms, 'platform:'),
    ...rowsOf({ 'subject-access': rows.subjectAccess }, ''),
  ];
  return phraseBook(cueRows, rows.groups);
}

function rowsOf(table: Readonly<Record<string, readonly string[]>>, prefix: string) {
  return Object.entries(table).flatMap(([label, phrases]) =>
    phrases.map((phrase) => ({ label: `${prefix}${label}`, phrase })),
  );
}

/** A message as the model sees it: a draft that is more than a guess is set aside, so that its words do not count. */
export interface ReadMessage {
  readonly draft: FoundDraft | null;
  /** The message without the draft. */
  readonly frame: string;
  /** Labels of the cues found in the frame, each once. */
  readonly labels: readonly string[];
  readonly features: readonly string[];
}

export function readMessage(text: string, cues: CueBook): ReadMessage {
  const words = endsOf(text);
  const matches = cues.findIn(words);
  const draft = findDraft(text, matches);
  const aside = draft?.sure === 'guess' ? null : draft;
  const isFrame = ({ start, end }: { start: number; end: number }) =>
    aside === null || end <= aside.start || start >= aside.end;
  const frame = aside ? `${text.slice(0, aside.start)} ${text.slice(aside.end)}` : text;
  const labels = [...new Set(matches.filter(isFrame).map((match) => match.label))];
  const given = draft ? [`given-${draft.sure}`] : [];
  const seen = labels.filter((label) => !label.startsWith('platform:'));
  return {
    draft,
    frame,
    labels,
    features: featuresOf({ frame, words: words.filter(isFrame), cues: [...seen, ...given] }),
  };
}

/** The words of a message, of a long one those near its ends. */
function endsOf(text: string): readonly LooseWord[] {
  if (text.length <= 2 * mostRead) return looseWords(text);
  const from = text.length - mostRead;
  const last = looseWords(text.slice(from)).map((word) => ({
    ...word,
    start: word.start + from,
    end: word.end + from,
  }));
  return [...looseWords(text.slice(0, mostRead)), ...last];
}
