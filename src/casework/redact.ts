import type { Person } from '../people/person.ts';

/** A text as it may be handed to one person, and whether somebody must read it first. */
export interface Redacted {
  readonly text: string;
  /** It may still say something of somebody else: a person decides (F3). */
  readonly doubtful: boolean;
}

export const anotherPerson = '[another person]';

/**
 * Takes other people out of a text that goes to one person: their names, whole or in part, their addresses and numbers.
 * What is left of a possible name, and every quotation, makes it doubtful; nothing here decides that a text is fit to go.
 */
export function redact(text: string, own: Pick<Person, 'name'>, others: readonly string[]): Redacted {
  const mine = new Set(parts(own.name));
  let out = text;
  for (const name of [...others].sort((a, b) => b.length - a.length)) out = out.replace(wordOf(name), anotherPerson);
  for (const part of new Set(others.flatMap(parts)))
    if (!mine.has(part)) out = out.replace(wordOf(part), anotherPerson);
  out = out.replace(addresses, anotherPerson);
  const rest = out.replaceAll(anotherPerson, '');
  const names = (rest.match(possibleName) ?? []).filter((word) => !mine.has(word.toLowerCase()));
  return { text: out, doubtful: names.length > 0 || /["“”']\S|https?:|www\./.test(rest) || out !== text };
}

/** E-mail addresses, handles, telephone and other long numbers; a date is none. */
const addresses = /[\w.+-]+@[\w-]+(\.[\w-]+)+|(?<!\w)@[\w.]{2,}|(?<!\d)(?!\d{4}-\d\d-\d\d)\+?\d[\d ()-]{7,}\d/g;
/** A capital letter within a sentence: a name, as far as a machine can tell. */
const possibleName = /(?<=[\p{L}\p{N},;:] )\p{Lu}\p{Ll}+/gu;

function parts(name: string): string[] {
  return (name.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []).filter((part) => part.length > 2);
}

function wordOf(words: string): RegExp {
  const plain = words
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, 'giu');
}
