import { words } from './words.ts';

/** Small words that English sentences cannot do without, and that Polish, Spanish, Welsh or Romanian do not share. */
const small = new Set(
  `the is are was were what who when where why how which can could should would will shall must may my our your his her
  their its of it this that these those for with and be been does did have has had you we they he she if about by not
  dont cant im ive there any some all only just but from out up into than then when wot wat wen shud cud u ur hu
  pls plz need want tell give show me allowed allow get got put make`.split(/\s+/),
);

/** Words that ask or join and say nothing of what a question is about. */
export const functionWords: ReadonlySet<string> = new Set([
  ...small,
  ...'a an i me am in on to at as so do or no us him them tell please'.split(' '),
]);

/**
 * Whether a text can be read as English. One to three words always can: names and terms belong to no language. A longer
 * one needs a small English word in every six.
 */
export function isEnglish(text: string): boolean {
  const found = words(text);
  if (found.length <= 3) return true;
  const count = found.filter((word) => small.has(word)).length;
  return count * 6 >= found.length;
}
