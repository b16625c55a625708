const vowel = /[aeiou]/;

/** A noun with its regular plural; several words are made plural at the last. */
export function nounForms(noun: string): string[] {
  if (/(s|[^e]people|folk|men)$/.test(noun)) return [noun];
  if (/[^aeiou]y$/.test(noun)) return [noun, `${noun.slice(0, -1)}ies`];
  return [noun, /(x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`];
}

/** A verb's base form with its regular -s, -ed, -ing and -er forms; irregular ones are listed in the data. */
export function verbForms(verb: string): string[] {
  if (verb.includes(' ')) return [verb];
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  const third = /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  if (verb.endsWith('e')) return [verb, third, `${verb}d`, `${verb.slice(0, -1)}ing`];
  const stem = doubles(verb) ? verb + verb.at(-1) : verb;
  return [verb, third, `${stem}ed`, `${stem}ing`, `${verb}in`];
}

/** "ban" becomes "banned"; "punch" and "despair" do not double. */
function doubles(verb: string): boolean {
  const [last, middle, before] = [verb.at(-1) ?? '', verb.at(-2) ?? '', verb.at(-3) ?? ''];
  return verb.length <= 5 && !vowel.test(last) && !/[wxyk]/.test(last) && vowel.test(middle) && !vowel.test(before);
}
