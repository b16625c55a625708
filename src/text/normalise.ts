import { isIndicator, letterOfIndicator, readIndicators } from './letter-emoji.ts';
import { lookAlikes } from './look-alikes.ts';

/**
 * A text made plain for matching: lower case, compatibility forms folded (NFKC), accents, zero-width and formatting
 * characters dropped, look-alikes of other scripts and emoji of letters read as Latin, quotes and dashes straight.
 * `starts[i]` and `ends[i]` are the UTF-16 offsets in the original of what became code unit `i`; null where every code
 * unit kept its place.
 */
export interface PlainText {
  readonly original: string;
  readonly text: string;
  readonly starts: Uint32Array | null;
  readonly ends: Uint32Array | null;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
const asciiOnly = /^[\x00-\x7f]*$/;
const dropped = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const memory = new Map<number, string>();

/** Makes `original` plain. Linear; never throws, lone surrogates are kept as they are. */
export function normalise(original: string): PlainText {
  if (asciiOnly.test(original)) return { original, text: original.toLowerCase(), starts: null, ends: null };
  let capacity = original.length + 64;
  let units = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  let ends = new Uint32Array(capacity);
  let length = 0;
  /** Where the run of flags or letters ends that is being read. */
  let indicators = { end: 0, flags: false };
  for (let at = 0; at < original.length; ) {
    const code = original.codePointAt(at) as number;
    const next = at + (code > 0xffff ? 2 : 1);
    const indicates = isIndicator(code);
    if (indicates && at >= indicators.end) indicators = readIndicators(original, at);
    const plain = indicates && !indicators.flags ? letterOfIndicator(code) : plainForm(code);
    if (plain === '') {
      if (length > 0 && isSurrogate(units[length - 1] as number)) ends[length - 1] = next;
      at = next;
      continue;
    }
    if (length + plain.length > capacity) {
      capacity = capacity * 2 + plain.length;
      units = grown(units, new Uint16Array(capacity));
      starts = grown(starts, new Uint32Array(capacity));
      ends = grown(ends, new Uint32Array(capacity));
    }
    for (let unit = 0; unit < plain.length; unit++) {
      units[length] = plain.charCodeAt(unit);
      starts[length] = at;
      ends[length] = next;
      length++;
    }
    at = next;
  }
  return { original, text: decode(units.subarray(0, length)), starts, ends };
}

/** Where code units `from` up to `to` of the plain text stood in the original. */
export function originalRange(plain: PlainText, from: number, to: number): { start: number; end: number } {
  if (plain.starts === null || plain.ends === null) return { start: from, end: to };
  if (to <= from) return { start: plain.starts[from] ?? plain.original.length, end: plain.starts[from] ?? 0 };
  return { start: plain.starts[from] as number, end: plain.ends[to - 1] as number };
}

/** One code point made plain; "" when it is dropped. */
function plainForm(code: number): string {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : String.fromCharCode(code);
  if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
  const known = memory.get(code);
  if (known !== undefined) return known;
  const plain = computePlainForm(String.fromCodePoint(code));
  if (memory.size > 20_000) memory.clear();
  memory.set(code, plain);
  return plain;
}

function computePlainForm(character: string): string {
  if (dropped.test(character)) return '';
  const alike = lookAlikes.get(character) ?? lookAlikes.get(character.toLowerCase());
  if (alike !== undefined) return alike;
  let plain = '';
  for (const part of character.normalize('NFKC').normalize('NFD').toLowerCase()) {
    if (!dropped.test(part)) plain += lookAlikes.get(part) ?? part;
  }
  return plain;
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

function grown<T extends Uint16Array | Uint32Array>(old: T, bigger: T): T {
  bigger.set(old);
  return bigger;
}

function decode(units: Uint16Array): string {
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.subarray(at, at + 8192));
  return text;
}
