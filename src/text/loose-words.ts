import { lookAlikes } from './look-alikes.ts';

/** One word of a message, folded so that spelling, case, accents and disguise matter less. */
export interface LooseWord {
  /** Lower case, no accents, no apostrophes, digits that stand for letters read as letters; `*` stays as "one letter". */
  readonly text: string;
  /** UTF-16 offsets into the message as written. */
  readonly start: number;
  readonly end: number;
  /** True for the first word of the message and after a full stop, question mark, colon or line break. */
  readonly opens: boolean;
}

const word =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]|['’‘ʼ´`@$*|](?=[*@$]{0,3}[\p{L}\p{N}]))*/gu;
/** One full stop ends a sentence; an ellipsis does not, people type it for a pause. */
const sentenceEnd = /[!?;:\n\r]|(?<!\.)\.(?!\.)/u;
const dropped = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF'’‘ʼ´`]/gu;
const letterFor: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '|': 'l',
};

/** The words of a message in order. Letters typed apart ("k i l l") come back as one word. */
export function looseWords(text: string): LooseWord[] {
  const words: LooseWord[] = [];
  let last = 0;
  for (const match of text.matchAll(word)) {
    const between = text.slice(last, match.index);
    last = match.index + match[0].length;
    const folded = foldWord(match[0]);
    if (folded === '') continue;
    const opens = words.length === 0 || sentenceEnd.test(between);
    words.push({ text: folded, start: match.index, end: last, opens });
  }
  return joinSpelledOut(words);
}

/** A word as the tables see it: "Dontʼ" and "don't" are "dont", "su1c1de" is "suicide", "999" stays. */
export function foldWord(written: string): string {
  if (/^[A-Za-z][a-z]*$/.test(written)) return written.toLowerCase();
  const spelled = written.replace(/(?<=\p{Ll}I*)I/gu, 'l').normalize('NFKD');
  const folded = Array.from(spelled.toLowerCase().replace(dropped, ''), (sign) => lookAlikes.get(sign) ?? sign).join(
    '',
  );
  if (!/\p{L}/u.test(folded)) return folded;
  return folded.replace(/[0134579@$|]/g, (sign) => letterFor[sign] ?? sign);
}

/** Four or more single letters in a row are one word spelled out. */
function joinSpelledOut(words: readonly LooseWord[]): LooseWord[] {
  const joined: LooseWord[] = [];
  for (let at = 0; at < words.length; ) {
    let end = at;
    while (end < words.length && words[end]?.text.length === 1 && (end === at || !words[end]?.opens)) end++;
    const first = words[at];
    const last = words[end - 1];
    if (end - at >= 4 && first && last) {
      const text = words
        .slice(at, end)
        .map((letter) => letter.text)
        .join('');
      joined.push({ text, start: first.start, end: last.end, opens: first.opens });
      at = end;
    } else {
      if (first) joined.push(first);
      at++;
    }
  }
  return joined;
}
