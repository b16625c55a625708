import { commonWords } from '../text/common-words.ts';
import { editDistance, sound } from '../text/spelling.ts';

/** A word that this many texts have is spelt as people spell it. */
const oftenEnough = 4;

/**
 * The words without those that are most likely slips of one that comes far more often: examples are misspelt on purpose,
 * and "infomation" is to be read as "information", not learned beside it. What `sure` has always stays.
 */
export function withoutSlips(
  frequency: ReadonlyMap<string, number>,
  sure: (word: string) => boolean,
): Map<string, number> {
  const isSure = (word: string, count: number) => count >= oftenEnough || commonWords.has(word) || sure(word);
  const spelt = new Map([...frequency].filter(([word, count]) => isSure(word, count)));
  const mend = mender(spelt);
  return new Map([...frequency].filter(([word]) => spelt.has(word) || mend(word) === null));
}

/**
 * The nearest word of the vocabulary, or null: one slip in four to six letters, two in seven or more, or the same sound.
 * Words are filed under themselves, each spelling with a letter left out, their sound, and long ones their first letters,
 * so that a look-up costs the few words that share one of these and not the vocabulary.
 */
export function mender(frequency: ReadonlyMap<string, number>): (word: string) => string | null {
  const filed = new Map<string, string[]>();
  const file = (key: string, word: string) => {
    const list = filed.get(key);
    if (list) list.push(word);
    else filed.set(key, [word]);
  };
  for (const word of frequency.keys())
    if (/^[a-z]{3,}$/.test(word)) {
      file(`~${sound(word)}`, word);
      if (word.length > 3) for (const key of lessOne(word)) file(key, word);
      if (word.length > 6) file(`^${word.slice(0, 4)}`, word);
    }
  return (word) => {
    if (word.length < 4) return null;
    const limit = word.length < 7 ? 1 : 2;
    let best: string | null = null;
    let bestCost = limit + 0.9;
    const consider = (candidate: string, bonus: number) => {
      const distance = editDistance(word, candidate, limit);
      const cost = distance - bonus - Math.min(0.3, (frequency.get(candidate) ?? 0) / 100);
      if (distance <= limit && cost < bestCost) [best, bestCost] = [candidate, cost];
    };
    for (const key of lessOne(word))
      for (const candidate of filed.get(key) ?? []) if (candidate[0] === word[0]) consider(candidate, 0);
    for (const candidate of filed.get(`~${sound(word)}`) ?? []) consider(candidate, 0.6);
    if (limit > 1) for (const candidate of filed.get(`^${word.slice(0, 4)}`) ?? []) consider(candidate, 0);
    return best;
  };
}

/** The word itself, and the word with each letter left out once. */
function lessOne(word: string): Set<string> {
  const keys = new Set([word]);
  for (let at = 0; at < word.length; at++) keys.add(word.slice(0, at) + word.slice(at + 1));
  return keys;
}
