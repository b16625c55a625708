const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/**
 * The words of a text in lower case, for matching by meaning: compatibility forms folded, accents and invisible
 * characters gone, "don't" as "dont", numbers kept with their dots ("6.1.3"). Where a word stood is not kept.
 */
export function words(text: string): string[] {
  const plain = (isPlain.test(text) ? text : folded(text)).toLowerCase();
  return plain.match(/\d+(?:\.\d+)+|[a-z]+|\d+/g) ?? [];
}

/** Most English clauses have nothing to fold, which saves most of the time. */
const isPlain = /^[\n\x20-%(-_a-~]*$/;

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/(?<=[a-z])'(?=[a-z])/gi, '')
    .replace(/&/g, ' and ');
}

/** The share of letters that the Latin alphabet does not have: 1 for a text in Cyrillic, 0 for one in English. */
export function foreignLetters(text: string): number {
  const letters = text.normalize('NFKC').match(/\p{L}/gu) ?? [];
  const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length;
  return letters.length === 0 ? 0 : foreign / letters.length;
}
