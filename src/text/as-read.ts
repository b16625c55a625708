import { normalise } from './normalise.ts';
import type { Pattern } from './pattern.ts';
import { spellings } from './spellings.ts';
import { readTokens } from './tokens.ts';

/**
 * A pattern with its words as a text's words are read: "cover-up" is two words, "dont" is "don't", "séance" has no
 * accent. A word that no text can hold (", ") stays as it is; `unreadable` finds those.
 */
export function asRead(pattern: Pattern): Pattern {
  switch (pattern.kind) {
    case 'word':
      return wordsAsRead(pattern.word, false) ?? pattern;
    case 'prefix':
      return wordsAsRead(pattern.prefix, true) ?? pattern;
    case 'sequence':
      return { kind: 'sequence', parts: pattern.parts.map(asRead) };
    case 'either':
      return { kind: 'either', options: pattern.options.map(asRead) };
    case 'optional':
      return { kind: 'optional', part: asRead(pattern.part) };
    default:
      return pattern;
  }
}

/** The words of a pattern that can never be met. */
export function unreadable(pattern: Pattern): string[] {
  if (pattern.kind === 'word') return wordsAsRead(pattern.word, false) === null ? [pattern.word] : [];
  if (pattern.kind === 'prefix') return wordsAsRead(pattern.prefix, true) === null ? [pattern.prefix] : [];
  if (pattern.kind === 'sequence') return pattern.parts.flatMap(unreadable);
  if (pattern.kind === 'either') return pattern.options.flatMap(unreadable);
  return pattern.kind === 'optional' ? unreadable(pattern.part) : [];
}

const plainWord = /^[a-z]{2,}$/;

function wordsAsRead(word: string, begins: boolean): Pattern | null {
  if (plainWord.test(word))
    return begins ? { kind: 'prefix', prefix: word } : { kind: 'word', word: spellings.get(word) ?? word };
  const plain = normalise(word);
  const tokens = readTokens(plain);
  const parts = tokens.map((token, index): Pattern => {
    if (begins && index === tokens.length - 1)
      return { kind: 'prefix', prefix: plain.text.slice(token.from, token.to) };
    return { kind: 'word', word: token.key };
  });
  if (parts.length === 0) return null;
  return parts.length === 1 ? (parts[0] as Pattern) : { kind: 'sequence', parts };
}
