import { digitsOf, type Place, placesOf } from './place.ts';

const tenDigits = /(?<![\d.£$€+-])\d(?:[ .\-\u2010-\u2015\u00a0]{0,2}\d){9}(?![\d%])/g;

/**
 * NHS numbers: ten digits, however grouped, whose last digit is the modulus 11 check digit
 * (NHS Data Dictionary, "NHS NUMBER"). Numbers that begin with 0 are telephone numbers, not NHS numbers.
 */
export function nhsNumber(text: string): Place[] {
  return placesOf(text, tenDigits, (found) => isNhsNumber(digitsOf(found)));
}

export function isNhsNumber(digits: string): boolean {
  if (!/^[1-9]\d{9}$/.test(digits) || /^(\d)\1{9}$/.test(digits)) return false;
  let sum = 0;
  for (let place = 0; place < 9; place++) sum += Number(digits[place]) * (10 - place);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
}
