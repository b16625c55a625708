import { credentials } from './identifiers/credentials.ts';
import { dateOfBirth } from './identifiers/date-of-birth.ts';
import { email } from './identifiers/email.ts';
import { hospitalNumber } from './identifiers/hospital-number.ts';
import { nationalInsurance } from './identifiers/national-insurance.ts';
import { nhsNumber } from './identifiers/nhs-number.ts';
import { phone } from './identifiers/phone.ts';
import type { Place } from './identifiers/place.ts';
import { postcode } from './identifiers/postcode.ts';
import { streetAddress } from './identifiers/street-address.ts';

const detectors: readonly ((text: string) => Place[])[] = [
  email,
  nhsNumber,
  nationalInsurance,
  hospitalNumber,
  phone,
  dateOfBirth,
  postcode,
  streetAddress,
  credentials,
];

/**
 * A text with numbers, addresses, handles, links and names taken out, for records that are kept without who wrote them.
 * A capitalised word that is not among `knownWords` (small letters: the policy's own vocabulary, platforms) counts as a
 * name, so that too much is masked rather than too little; a name typed in small letters is not seen.
 */
export function maskPersonalData(text: string, knownWords: ReadonlySet<string>): string {
  const places = detectors.flatMap((detect) => detect(text)).sort((a, b) => a.start - b.start);
  let masked = '';
  let at = 0;
  for (const place of places) {
    if (place.start < at) continue;
    masked += `${text.slice(at, place.start)}[removed]`;
    at = place.end;
  }
  masked += text.slice(at);
  return maskNames(
    masked
      .replace(/https?:\/\/\S+/gi, '[link]')
      .replace(/@[\p{L}\p{N}_.-]+/gu, '[removed]')
      .replace(/\d{5,}/g, '[removed]'),
    knownWords,
  );
}

function maskNames(text: string, knownWords: ReadonlySet<string>): string {
  return text.replace(/\p{L}[\p{L}'’-]*/gu, (word, offset: number) => {
    const capital = /^\p{Lu}/u.test(word) && !/^\p{Lu}+$/u.test(word);
    const bare = word.toLowerCase().replace(/['’]s$/, '');
    if (!capital || knownWords.has(bare) || text[offset - 1] === '[') return word;
    return '[name]';
  });
}
