import { digitsOf, type Place, placesOf } from './place.ts';

const shape = /(?<![\d£$€.])(?:(?:\+|00)44[ .-]?(?:\(0\)[ .-]?)?|\(?0)\d(?:[ ().\u2010-\u2015-]{0,2}\d){7,9}(?!\d)/g;
/** 03 and 08 numbers belong to organisations, 09 and 118 to services; 0800 1111 and the like are helplines. */
const organisational = /^0(?:3|8|9)|^01[18]$/;

/** UK telephone numbers that can belong to a person: mobiles (07) and geographic numbers (01, 02). */
export function phone(text: string): Place[] {
  return placesOf(text, shape, (found) => {
    const national = digitsOf(found)
      .replace(/^(?:00)?44/, '0')
      .replace(/^00/, '0');
    return (national.length === 10 || national.length === 11) && !organisational.test(national);
  });
}

/** Whether the digits are a mobile's, which belongs to one person more surely than a landline. */
export function isMobile(found: string): boolean {
  return digitsOf(found)
    .replace(/^(?:00)?44/, '0')
    .replace(/^00/, '0')
    .startsWith('07');
}
