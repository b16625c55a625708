import { type Place, placesOf } from './place.ts';

const shape = /(?<![a-z0-9])[a-z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[a-d](?![a-z0-9])/gi;
const refusedPrefixes = new Set(['bg', 'gb', 'kn', 'nk', 'nt', 'tn', 'zz']);

/** National Insurance numbers, by HMRC's rules on prefixes (NIM39110): no D F I Q U V first, no O second either. */
export function nationalInsurance(text: string): Place[] {
  return placesOf(text, shape, (found) => {
    const prefix = found.slice(0, 2).toLowerCase();
    return !refusedPrefixes.has(prefix) && !/^[dfiquv]|.[dfiquvo]/.test(prefix);
  });
}
