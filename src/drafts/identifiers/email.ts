import { type Place, placesOf } from './place.ts';

const shape = /(?<![\w.@%+-])[a-z0-9][\w.%+'-]{0,63}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,5}(?![\w@-])/gi;
/** The part before the @ of an address that a service publishes. */
const officialWords = new Set(
  (
    'reply info enquiries enquiry contact contactus hello hi help helpdesk support comms communications communication press media ' +
    'pals complaints feedback office admin reception bookings booking events event news newsletter team jobs recruitment ' +
    'volunteers volunteering fundraising donations membership members foi dpo ig privacy equalities equality engagement ' +
    'involvement consultation surgery practice clinic services service customer customerservice sales shop website web ' +
    'webmaster noreply no-reply donotreply safeguarding speakup ftsu guardian research training appointments referrals ' +
    'secretary chair treasurer club hire tickets box boxoffice library alerts hr workforce wellbeing library'
  ).split(' '),
);

/** E-mail addresses that name a person; a service's public address (enquiries@, pals@, comms.team@) is left out. */
export function email(text: string): Place[] {
  return placesOf(text, shape, (found) => !isOfficial(found.slice(0, found.indexOf('@'))));
}

function isOfficial(local: string): boolean {
  return local
    .toLowerCase()
    .split(/[._+-]/)
    .some((word) => officialWords.has(word) || officialWords.has(word.replace(/\d+$/, '')));
}
