import type { Weights } from './classifier.ts';
import type { Clause } from './clause.ts';
import { countSigns, featureSpace, letterSignsOf, signsOf } from './features.ts';
import type { Judge, LearnedQuestions } from './learned-questions.ts';
import { buildLexicon, countWords, type Reading } from './lexicon.ts';
import { withoutSlips } from './mend-words.ts';
import { plainText } from './plain-text.ts';
import type { ExampleQuestions } from './questions.ts';
import type { Synonyms } from './synonyms.ts';
import { type Lesson, lessonsOf } from './teach.ts';
import { trainClassifier } from './train-classifier.ts';

/** Rounds and rate were found by cross-validation over the examples; see `npm run eval`. */
const training = { rounds: 3, rate: 3 };

/** Learns from the examples; null where they have none for any clause. The same inputs teach the same, to the last bit. */
export function learnQuestions(
  clauses: readonly Clause[],
  questions: ExampleQuestions,
  synonyms: Synonyms,
): LearnedQuestions | null {
  if (clauses.every(({ id }) => (questions.clauses[id]?.length ?? 0) === 0)) return null;
  const { lessons, labelCount, silent, foreign } = lessonsOf(clauses, questions);
  const published = countWords(clauses.map(({ title, text }) => `${title} ${plainText(text)}`));
  const ideas = countWords(Object.values(synonyms.concepts).flat());
  const words = withoutSlips(
    countWords(lessons.map(({ text }) => text)),
    (word) => published.has(word) || ideas.has(word),
  );
  const lexicon = buildLexicon(synonyms, words);
  const readings = lessons.map(({ text }) => lexicon.read(text));
  const learn = (signsIn: (reading: Reading) => Map<string, number>): Judge => {
    const shown = readings.map(signsIn);
    const signs = countSigns(shown);
    const space = featureSpace(signs);
    const vectors = shown.map(space.vector);
    const train = (labelOf: (label: number) => number, count: number): Weights => {
      const examples = lessons.map(({ label, weight }, at) => ({
        label: labelOf(label),
        weight,
        vector: vectors[at] ?? { features: [], values: [] },
      }));
      return trainClassifier(examples, space.size, count, training);
    };
    return {
      signs,
      which: train((label) => label, labelCount),
      whether: train((label) => (label < silent ? 0 : 1), 2),
    };
  };
  const byWords = learn(signsOf);
  const owned = ownedStems(clauses.length, lessons, readings, byWords.signs.names);
  return { labelCount, silent, foreign, words, owned, byWords, byLetters: learn(letterSignsOf) };
}

function ownedStems(
  clauseCount: number,
  lessons: readonly Lesson[],
  readings: readonly Reading[],
  names: readonly string[],
): number[][] {
  const places = new Map(names.map((name, place) => [name, place]));
  const owned = Array.from({ length: clauseCount }, () => new Set<number>());
  lessons.forEach(({ label }, at) => {
    for (const stem of readings[at]?.stems ?? []) owned[label]?.add(places.get(stem) as number);
  });
  return owned.map((stems) => [...stems]);
}
