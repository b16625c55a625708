const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'the']);

/** The words of a name or a text as names are compared: small letters without accents, apostrophes and a possessive's s, no titles. */
export function nameWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/['’]s(?![\p{L}\p{N}])|[\p{M}'’]/giu, '')
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !titles.has(word));
}

/** The words of a directory's name without what organisations add: "MARSH, Colin (Example Board)", "Colin Marsh - HR". */
export function ownWords(name: string): readonly string[] {
  return nameWords(name.replace(/\([^)]*\)?|\[[^\]]*\]?|\s[-–|/]\s.*$/gu, ' '));
}

/** 1 for the same word, 0.7 for a short form of it, 0.5 for one slip in a word of four letters or more, else 0. */
export function wordScore(typed: string, given: string): number {
  if (typed === given) return 1;
  if (given.startsWith(typed)) return 0.7;
  return typed.length >= 4 && oneSlip(typed, given) ? 0.5 : 0;
}

/** One letter missing, added, changed, or two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
