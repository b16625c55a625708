/** Where an identifier stands: UTF-16 offsets into the text that was searched, `end` exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Every match of `pattern` (global, without nested repetition) that `keep` accepts. */
export function placesOf(text: string, pattern: RegExp, keep: (found: string, start: number) => boolean): Place[] {
  const places: Place[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    if (keep(match[0], match.index)) places.push({ start: match.index, end: match.index + match[0].length });
  return places;
}

export const digitsOf = (text: string): string => text.replace(/\D/g, '');
