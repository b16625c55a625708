import { type Place, placesOf } from './place.ts';

const labelled =
  /\b(?:nhs(?: number| num| no\.?|#)|hospital (?:number|no\.?)|patient (?:id|number|no\.?)|mrn|rxr|pas number|unit number|case number|payroll (?:number|no\.?)|staff (?:number|id)|employee (?:number|id)|assignment number|esr number)(?: is| was|'s)?[ :#=-]{0,3}[a-z]{0,4}[ -]?\d[\d -]{3,14}\d/gi;

/** A patient's, case's or employee's number that the text itself calls so; the label belongs to the place. */
export function hospitalNumber(text: string): Place[] {
  return placesOf(text, labelled, (found) => found.replace(/\D/g, '').length >= 4);
}
