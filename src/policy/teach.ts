import { stem } from '../text/stem.ts';
import { words } from '../text/words.ts';
import type { Clause } from './clause.ts';
import { isBareHeading, plainText } from './plain-text.ts';
import type { ExampleQuestions } from './questions.ts';

/** A text and what it is about: the number of a clause, or of a topic that no clause covers. */
export interface Lesson {
  readonly text: string;
  readonly label: number;
  /** 1 for a question as people ask it, less for wording of the document itself. */
  readonly weight: number;
}

export interface Lessons {
  readonly lessons: readonly Lesson[];
  readonly labelCount: number;
  /** Labels from here on are topics of silence, from `foreign` on topics out of scope. */
  readonly silent: number;
  readonly foreign: number;
}

const weights = { sentence: 0.4, rareWord: 0.3 } as const;

/** Everything that teaches the index what a question is about: the examples, and the clauses' own sentences and rare words. */
export function lessonsOf(clauses: readonly Clause[], questions: ExampleQuestions): Lessons {
  const number = new Map(clauses.map(({ id }, at) => [id, at]));
  const silent = clauses.length;
  const topics = [...Object.values(questions.silent), ...Object.values(questions.outOfScope)];
  const asked = Object.entries(questions.clauses).flatMap(([id, texts]) => {
    const label = number.get(id);
    return label === undefined ? [] : texts.map((text) => ({ text, label, weight: 1 }));
  });
  const unanswered = topics.flatMap((texts, topic) =>
    texts.map((text) => ({ text, label: silent + topic, weight: 1 })),
  );
  return {
    lessons: [...asked, ...unanswered, ...ownWording(clauses), ...rareWords(clauses)],
    labelCount: silent + topics.length,
    silent,
    foreign: silent + Object.keys(questions.silent).length,
  };
}

function ownWording(clauses: readonly Clause[]): Lesson[] {
  return clauses.flatMap((clause, label) => {
    if (isBareHeading(clause)) return [];
    const sentences = plainText(clause.text).split(/(?<=[.?!;:])\s+/);
    const long = sentences.filter((sentence) => words(sentence).length > 2);
    return [clause.title, ...long].map((text) => ({ text, label, weight: weights.sentence }));
  });
}

/** A word that one clause alone has is a question in itself ("double-sided"). */
function rareWords(clauses: readonly Clause[]): Lesson[] {
  const homes = new Map<string, Set<number>>();
  const shown = new Map<string, string>();
  clauses.forEach((clause, label) => {
    if (isBareHeading(clause)) return;
    for (const word of words(`${clause.title} ${plainText(clause.text)}`)) {
      if (word.length < 4) continue;
      const root = stem(word);
      shown.set(root, word);
      homes.set(root, (homes.get(root) ?? new Set()).add(label));
    }
  });
  return [...homes]
    .filter(([, labels]) => labels.size === 1)
    .map(([root, labels]) => ({ text: shown.get(root) ?? root, label: [...labels][0] ?? 0, weight: weights.rareWord }));
}
