/**
 * How well a name as typed fits a directory's name: 0 for not at all, 1 for the same words. Accents, case, order and
 * titles make no difference; a short form of a word counts ("Tom A" fits "Tom Ashdown"), and one slip in a longer word.
 */
export function matchScore(typed: string, name: string): number {
  const wanted = words(typed);
  const given = words(name);
  if (wanted.length === 0 || wanted.join('').length < 2) return 0;
  let sum = 0;
  for (const word of wanted) {
    const best = Math.max(0, ...given.map((other) => wordScore(word, other)));
    if (best === 0) return 0;
    sum += best;
  }
  return sum / Math.max(wanted.length, given.length);
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'prof', 'professor', 'sir', 'dame', 'the']);

function words(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase();
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !titles.has(word));
}

function wordScore(typed: string, given: string): number {
  if (typed === given) return 1;
  if (given.startsWith(typed)) return 0.7;
  return typed.length >= 4 && oneSlip(typed, given) ? 0.5 : 0;
}

/** One letter missing, added, changed, or two neighbours swapped. */
function oneSlip(a: string, b: string): boolean {
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
