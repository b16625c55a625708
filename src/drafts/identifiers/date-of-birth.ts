import { type Place, placesOf } from './place.ts';

const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december';
const day = `(?:\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ](?:19|20)?\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${months})\\.?,? (?:(?:19|20)\\d{2}|\\d{2})|(?:19|20)\\d{2}-\\d{2}-\\d{2})`;
const shape = new RegExp(
  `\\b(?:d\\.?o\\.?b\\.?|date of birth|born(?: on)?)[ :=(-]{0,3}(?:is |was |the )?${day}(?!\\d)`,
  'gi',
);

/** A date of birth that the text calls so ("dob 12/07/1958", "born 3 May 1990"). */
export function dateOfBirth(text: string): Place[] {
  return placesOf(text, shape, () => true);
}
