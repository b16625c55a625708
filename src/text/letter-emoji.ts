const firstIndicator = 0x1f1e6;
const lastIndicator = 0x1f1ff;

/** Emoji that show a letter or two: negative circles and squares, which Unicode folds to nothing. */
export const letterEmoji: ReadonlyMap<string, string> = new Map([
  ...[0x1f150, 0x1f170].flatMap((first) =>
    Array.from({ length: 26 }, (_, place) => [String.fromCodePoint(first + place), letterAt(place)] as const),
  ),
  ['\u{1f18e}', 'ab'],
]);

/** Half of a flag: a letter of a country's code. */
export const isIndicator = (code: number): boolean => code >= firstIndicator && code <= lastIndicator;

/** The letter of an indicator, for those that spell a word ("🇱 🇮 🇦 🇷"). */
export const letterOfIndicator = (code: number): string => letterAt(code - firstIndicator);

/** Where a run of indicators that begins at `from` ends, and whether they are flags of countries, two by two. */
export function readIndicators(text: string, from: number): { readonly end: number; readonly flags: boolean } {
  let end = from;
  let flags = true;
  while (isIndicator(text.codePointAt(end) ?? 0)) {
    flags &&= isIndicator(text.codePointAt(end + 2) ?? 0) && flag.test(text.slice(end, end + 4));
    end += flags ? 4 : 2;
  }
  return { end, flags };
}

// biome-ignore lint/complexity/useRegexLiterals: the compiler's target knows no flag "v", Node does
const flag = new RegExp('^\\p{RGI_Emoji_Flag_Sequence}$', 'v');

function letterAt(place: number): string {
  return String.fromCharCode(97 + place);
}
