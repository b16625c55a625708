const letters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};
const mixed = /(?<![\w.@$])(?=[\w@$]*[a-z])(?=[\w@$]*[\d@$])[a-z\d@$]{2,20}(?![\w@$])/gi;

/**
 * "c0pyright" as "copyright" and "b4" as "before": a word with digits or signs among its letters is read as the word that
 * it stands for, where `means` knows one; anything else ("v1", "Q3", "covid19", an address) stays as it was typed.
 */
export function digitsAsLetters(text: string, means: (word: string) => string | null): string {
  return text.replace(mixed, (token) => {
    const typed = token.toLowerCase();
    const spelt = (one: string) => typed.replace(/[\d@$]/g, (sign) => (sign === '1' ? one : (letters[sign] ?? sign)));
    return means(typed) ?? means(spelt('i')) ?? means(spelt('l')) ?? token;
  });
}
