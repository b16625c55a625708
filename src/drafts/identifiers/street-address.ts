import { type Place, placesOf } from './place.ts';

const kinds =
  'street|st|road|rd|avenue|ave|close|lane|ln|drive|way|crescent|court|grove|gardens|terrace|place|rise|hill|walk|mews|row|square|view|gate|green|park|parade|croft|meadow|meadows|end|wharf|villas|cottages';
const shape = new RegExp(
  `(?<![\\w£$€.:/-])(?:flat \\d{1,3}[a-z]?,? )?(?:number |no\\.? )?\\d{1,4}[a-f]?,? (?:[A-Z][A-Za-z'’-]{1,20} ){1,3}(?:${kinds
    .split('|')
    .map((kind) => kind[0]?.toUpperCase() + kind.slice(1))
    .join('|')})\\b`,
  'g',
);

/** A house or flat number with the street's name in capitals ("3 Swallow Rise"). */
export function streetAddress(text: string): Place[] {
  return placesOf(text, shape, () => true);
}
