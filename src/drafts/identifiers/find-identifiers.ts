import type { Span } from '../finding.ts';
import { marksBySentence } from '../marks.ts';
import type { Reading } from '../reading.ts';
import { credentials } from './credentials.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { email } from './email.ts';
import { hospitalNumber } from './hospital-number.ts';
import { nationalInsurance } from './national-insurance.ts';
import { nhsNumber } from './nhs-number.ts';
import { phone } from './phone.ts';
import type { Place } from './place.ts';
import { postcode } from './postcode.ts';
import { streetAddress } from './street-address.ts';

export type IdentifierKind = 'identifier' | 'contact' | 'credentials';

export interface Identifier {
  readonly kind: IdentifierKind;
  readonly span: Span;
}

/** Numbers that stand for one person wherever they stand. */
const always = [nhsNumber, nationalInsurance, hospitalNumber, dateOfBirth];
/** Ways to reach a person: a finding only where the words around give them as somebody else's. */
const reaching = [phone, email];
/** Addresses are mostly those of organisations, which have names too. */
const dwelling = [postcode, streetAddress];
const mostOfAKind = 20;
/** Every identifier has a digit or an "@" in it, a password at least a sign of the kind. */
const mayIdentify = /[\d@!$%*#_]/;

/** Labels of passwords and codes, and the stroke between a user name and its password. */
const mayNameCredentials = /pass|pwd|log|pin|code|key|\//i;

/** The identifiers of other people that a draft gives away; the writer's own and those of services are left out. */
export const findIdentifiers = (reading: Reading): readonly Identifier[] =>
  reading.once('identifiers', () => searched(reading));

function searched(reading: Reading): Identifier[] {
  const { text } = reading.draft;
  const found: Identifier[] = [];
  if (!mayIdentify.test(text)) return found;
  const add = (kind: IdentifierKind, places: readonly Place[]) => {
    for (const { start, end } of places.slice(0, mostOfAKind))
      if (!found.some(({ span }) => span.start < end && start < span.end))
        found.push({ kind, span: reading.slice(start, end) });
  };
  for (const find of always)
    add(
      'identifier',
      find(text).filter((place) => !isOwn(reading, place)),
    );
  if (mayNameCredentials.test(text)) add('credentials', credentials(text));
  for (const find of reaching)
    add(
      'contact',
      find(text).filter((place) => isSomebodyElses(reading, place)),
    );
  for (const find of dwelling)
    add(
      'contact',
      find(text).filter((place) => isSomebodysHome(reading, place)),
    );
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** "my NHS number", "I was born on": the writer's own to share. */
function isOwn(reading: Reading, { start }: Place): boolean {
  const before =
    reading.plain.starts === null
      ? reading.plain.text.slice(Math.max(0, start - 24), start)
      : reading.draft.text.slice(Math.max(0, start - 24), start).toLowerCase();
  return (
    /\b(?:my|i was|i'm|mine)\b[^.]*$/.test(before) ||
    reading.draft.text
      .slice(start, start + 24)
      .toLowerCase()
      .startsWith('my ')
  );
}

function isSomebodyElses(reading: Reading, place: Place): boolean {
  const near = marksNear(reading, place);
  if (near('contact-invited') || near('consent')) return false;
  return near('contact-of') || ((near('titled') || near('named')) && !near('trade'));
}

function isSomebodysHome(reading: Reading, place: Place): boolean {
  const near = marksNear(reading, place);
  return near('contact-of') || near('titled') || near('home') || (near('initials') && !near('trade'));
}

/** Tells which marks stand in the sentence of a place. */
function marksNear(reading: Reading, { start }: Place): (mark: string) => boolean {
  const index = reading.sentences.findIndex((sentence) => sentence.start <= start && start < sentence.end);
  const marks = marksBySentence(reading)[index]?.met;
  return (mark) => marks?.has(`c.${mark}`) === true;
}
