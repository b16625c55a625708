const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
};
const disguised = /[\d@$!|+]/;
const lengthened = /(.)\1\1/;

/** What else a word as typed may stand for, likeliest first: without "'s", leetspeak read, letters typed on and on cut to two and one. */
export function wordForms(key: string): string[] {
  const forms: string[] = [];
  let base = key;
  if (key.endsWith("'s") && key.length > 3) {
    base = key.slice(0, -2);
    forms.push(base);
  }
  if (key.length > 40) return forms;
  const readings = disguised.test(base) ? [unleet(base), unleet(base).replaceAll('i', 'l')] : [base];
  for (const reading of readings) {
    if (reading !== key) forms.push(reading);
    if (lengthened.test(reading)) forms.push(squeeze(reading, 2), squeeze(reading, 1));
  }
  return forms;
}

const unleet = (word: string): string => [...word].map((sign) => leet[sign] ?? sign).join('');

/** Runs of three and more of one letter cut to `most`. */
function squeeze(word: string, most: number): string {
  return word.replace(/(.)\1{2,}/gu, (run) => run.slice(0, most));
}
