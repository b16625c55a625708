/**
 * How many slips of the finger lie between two words: a letter more, less, other, or two changed round (the restricted
 * Damerau-Levenshtein distance). Gives up with `limit + 1` as soon as more than `limit` are needed.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoAbove: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, (twoAbove[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    twoAbove = above;
    above = current;
  }
  return above[b.length] ?? limit + 1;
}

/** A word as it sounds, roughly: "fone" and "phone", "wright" and "rite" agree. For words typed by ear. */
export function sound(word: string): string {
  const first = word
    .replace(/^wh(?=o)/, 'h')
    .replace(/^(kn|gn|pn)/, 'n')
    .replace(/^wr/, 'r')
    .replace(/^wh/, 'w')
    .replace(/ph/g, 'f')
    .replace(/igh|eigh/g, 'i')
    .replace(/ough/g, 'u')
    .replace(/gh/g, '')
    .replace(/tch|ch/g, 'C')
    .replace(/(ti|ci|si|ssi)(?=on|a)/g, 'S')
    .replace(/sh/g, 'S')
    .replace(/th/g, 'T')
    .replace(/c(?=[iey])/g, 's')
    .replace(/ck|c|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/dge|dg|g(?=[iey])/g, 'j');
  return first
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.)[aeiouyhw]+/g, '')
    .replace(/^[aeiouy]/, 'a');
}
