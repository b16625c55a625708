import type { Token } from './tokens.ts';
import { wordOf } from './word.ts';

const longest = 30;

/** "s t u p i d", "s.t.u.p.i.d": three or more single letters with the same one sign between them become one token. */
export function joinSpelledOut(text: string, tokens: Token[]): Token[] {
  if (!hasSingles(tokens)) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    let last = at;
    while (isSpelledOn(text, tokens[at] as Token, tokens[last] as Token, tokens[last + 1])) last++;
    const first = tokens[at] as Token;
    if (last - at < 2 || last - at > longest) {
      for (; at < last; at++) joined.push(tokens[at] as Token);
      joined.push(tokens[at] as Token);
      at++;
      continue;
    }
    const word = wordOf(
      tokens
        .slice(at, last + 1)
        .map((token) => text.slice(token.from, token.to))
        .join(''),
    );
    const end = tokens[last] as Token;
    joined.push({ ...first, word, key: word.key, end: end.end, to: end.to });
    at = last + 1;
  }
  return joined;
}

/** Three tokens of one unit in a row. */
function hasSingles(tokens: readonly Token[]): boolean {
  let run = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { from, to } = tokens[at] as Token;
    run = to - from === 1 ? run + 1 : 0;
    if (run > 2) return true;
  }
  return false;
}

function isSpelledOn(text: string, first: Token, token: Token, next: Token | undefined): boolean {
  if (next === undefined || token.to - token.from !== 1 || next.to - next.from !== 1) return false;
  if (token.kind !== 'word' || next.kind !== 'word' || next.from - token.to !== 1) return false;
  return ' .-_*'.includes(text[token.to] as string) && text[token.to] === text[first.to];
}
