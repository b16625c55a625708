import type { PlainText } from './normalise.ts';
import type { Token } from './tokens.ts';

/** A stretch of tokens that says one thing; `from` and `to` are token indexes, `to` not included. */
export interface Sentence {
  readonly from: number;
  readonly to: number;
  /** UTF-16 offsets in the original, its last stop included. */
  readonly start: number;
  readonly end: number;
  /** What a bracket such as "[photo: …]" stands for; null for writing. */
  readonly media: 'image' | 'video' | null;
  readonly question: boolean;
}

const abbreviations = new Set(
  'dr mr mrs ms st rd ave prof rev no vs etc eg ie e.g i.e approx dept inc ltd jr sr fig pg pp'.split(' '),
);
const mediaWords: Readonly<Record<string, 'image' | 'video'>> = {
  image: 'image',
  photo: 'image',
  picture: 'image',
  pic: 'image',
  screenshot: 'image',
  screengrab: 'image',
  meme: 'image',
  cartoon: 'image',
  selfie: 'image',
  gif: 'video',
  video: 'video',
  clip: 'video',
  reel: 'video',
  audio: 'video',
};

/** Cuts tokens into sentences at stops, line ends and the brackets of described pictures. Linear. */
export function readSentences(plain: PlainText, tokens: readonly Token[]): Sentence[] {
  const { text } = plain;
  const sentences: Sentence[] = [];
  let from = 0;
  let media: Sentence['media'] = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    if (media === null && at === from && isMediaStart(text, token)) media = mediaWords[token.key] ?? 'image';
    const cut = next === undefined ? text.length : cutBetween(text, token, next, media !== null);
    if (cut < 0) continue;
    const question = text.slice(token.to, Math.min(cut, token.to + 8)).includes('?');
    const startUnit = (tokens[from] as Token).from;
    sentences.push({
      from,
      to: at + 1,
      start: originalAt(plain, media !== null && text[startUnit - 1] === '[' ? startUnit - 1 : startUnit),
      end: endAt(plain, token.to, next === undefined ? text.length : cut),
      media,
      question,
    });
    from = at + 1;
    media = null;
  }
  return sentences;
}

function isMediaStart(text: string, token: Token): boolean {
  if (text[token.from - 1] !== '[') return false;
  return mediaWords[token.key] !== undefined;
}

/** The unit after the stop between two tokens, or -1 when the sentence goes on. */
function cutBetween(text: string, token: Token, next: Token, inMedia: boolean): number {
  const limit = Math.min(next.from, token.to + 400);
  for (let at = token.to; at < limit; at++) {
    const sign = text[at] as string;
    if (inMedia) {
      if (sign === ']') return at + 1;
      continue;
    }
    if (sign === '\n' || sign === '\r') return at;
    if (sign === '[' && isMediaStart(text, next)) return at;
    if (sign === '!' || sign === '?') return stopEnd(text, at, limit);
    if (sign === '.' && !(abbreviations.has(token.key) && text[at + 1] === ' ')) {
      const after = text[at + 1];
      if (
        after === undefined ||
        after === ' ' ||
        after === '\n' ||
        after === '"' ||
        after === "'" ||
        after === ')' ||
        after === '.'
      )
        return stopEnd(text, at, limit);
      if (next.capital && next.kind === 'word' && token.kind === 'word' && next.from === at + 1) return at + 1;
    }
  }
  return next.from - token.to > 400 ? limit : -1;
}

/** The unit after a run of stops and closing quotes. */
function stopEnd(text: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit && '.!?")\''.includes(text[end] as string)) {
    if ((text[end] === '"' || text[end] === "'") && text[end - 1] === ' ') break;
    end++;
  }
  return end;
}

const originalAt = (plain: PlainText, unit: number): number =>
  plain.starts?.[unit] ?? (plain.starts ? plain.original.length : unit);
/** The original offset after unit `cut - 1`, trailing space left out. */
function endAt(plain: PlainText, atLeast: number, cut: number): number {
  let end = Math.min(cut, atLeast + 16);
  while (end > atLeast && /\s/.test(plain.text[end - 1] as string)) end--;
  return plain.ends ? (plain.ends[end - 1] ?? 0) : end;
}
