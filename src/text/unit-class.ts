const letter = /[\p{L}\p{M}]/u;
const digit = /\p{N}/u;

/** What a code unit of plain text is to a reader of words. */
export const unitClass = { other: 0, letter: 1, digit: 2, leet: 3 } as const;
const asciiClass = new Uint8Array(128);
for (let code = 97; code <= 122; code++) asciiClass[code] = unitClass.letter;
for (let code = 48; code <= 57; code++) asciiClass[code] = unitClass.digit;
for (const sign of '$!@|*+') asciiClass[sign.charCodeAt(0)] = unitClass.leet;
const classMemory = new Map<number, number>();

export const isLetterUnit = (text: string, at: number): boolean =>
  at < text.length && classOf(text, at) === unitClass.letter;

export function isWordUnit(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const kind = classOf(text, at);
  return kind === unitClass.letter || kind === unitClass.digit;
}

export function classOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return asciiClass[unit] as number;
  const code = text.codePointAt(at) as number;
  const known = classMemory.get(code);
  if (known !== undefined) return known;
  const character = String.fromCodePoint(code);
  const kind = letter.test(character) ? unitClass.letter : digit.test(character) ? unitClass.digit : unitClass.other;
  if (classMemory.size > 20_000) classMemory.clear();
  classMemory.set(code, kind);
  return kind;
}

export const unitsAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
