const vowel = '[aeiouy]';
const measured = new RegExp(`^[^aeiouy]*${vowel}+[^aeiouy]`);
const measuredTwice = new RegExp(`^[^aeiouy]*(?:${vowel}+[^aeiouy]+){2}`);
const hasVowel = new RegExp(vowel);

const endings: readonly (readonly [ending: string, instead: string, deep: boolean])[] = [
  ['ization', 'ize', false],
  ['isation', 'ise', false],
  ['ational', 'ate', false],
  ['fulness', 'ful', false],
  ['ousness', 'ous', false],
  ['iveness', 'ive', false],
  ['biliti', 'ble', false],
  ['entli', 'ent', false],
  ['ation', 'ate', false],
  ['alism', 'al', false],
  ['aliti', 'al', false],
  ['ousli', 'ous', false],
  ['iviti', 'ive', false],
  ['fulli', 'ful', false],
  ['enci', 'ence', false],
  ['anci', 'ance', false],
  ['abli', 'able', false],
  ['izer', 'ize', false],
  ['ator', 'ate', false],
  ['alli', 'al', false],
  ['ement', '', true],
  ['ance', '', true],
  ['ence', '', true],
  ['able', '', true],
  ['ible', '', true],
  ['ment', '', true],
  ['ness', '', false],
  ['less', '', false],
  ['ical', 'ic', false],
  ['ent', '', true],
  ['ant', '', true],
  ['ism', '', true],
  ['ate', '', true],
  ['iti', '', true],
  ['ous', '', true],
  ['ive', '', true],
  ['ize', '', true],
  ['ise', '', true],
  ['ful', '', false],
  ['ion', '', true],
  ['al', '', true],
  ['er', '', true],
  ['ic', '', true],
  ['li', '', false],
];

/** The stem that forms of an English word share: "approves", "approved", "approval" all give "approv". After Porter (1980). */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let stemmed = withoutPlural(word);
  stemmed = withoutTense(stemmed);
  if (/[^aeiou]y$/.test(stemmed) && stemmed.length > 2) stemmed = `${stemmed.slice(0, -1)}i`;
  for (let round = 0; round < 2; round++) stemmed = withoutEnding(stemmed);
  if (stemmed.endsWith('e') && stemmed.length > 4) stemmed = stemmed.slice(0, -1);
  return stemmed.length > 3 && stemmed.endsWith('ll') ? stemmed.slice(0, -1) : stemmed;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  return /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (word.endsWith('eed')) return word;
  const found = /^(.*)(?:ed|ing)$/.exec(word);
  const rest = found?.[1] ?? '';
  if (!found || rest.length < 3 || !hasVowel.test(rest)) return word;
  if (/(at|bl|iz|is)$/.test(rest)) return `${rest}e`;
  if (/([^aeiouylsz])\1$/.test(rest)) return rest.slice(0, -1);
  return rest.length <= 4 && /[^aeiou][aeiouy][^aeiouwxy]$/.test(rest) && rest.length === 3 ? `${rest}e` : rest;
}

function withoutEnding(word: string): string {
  for (const [ending, instead, deep] of endings) {
    if (!word.endsWith(ending)) continue;
    const rest = word.slice(0, -ending.length);
    if (!(deep ? measuredTwice.test(rest) || rest.length > 5 : measured.test(rest))) return word;
    if (ending === 'ion' && !/[st]$/.test(rest)) return word;
    return rest + instead;
  }
  return word;
}
