import type { PlainText } from './normalise.ts';
import type { Token } from './tokens.ts';

/** For each token, whether it stands inside double quotes (opened and closed in one paragraph) or on a line that begins with ">". */
export function readQuoted(plain: PlainText, tokens: readonly Token[]): Uint8Array {
  const quoted = new Uint8Array(tokens.length);
  const { text } = plain;
  let opened = -1;
  let token = 0;
  let lineQuoted = false;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      if (opened < 0) opened = token;
      else {
        quoted.fill(1, opened, token);
        opened = -1;
      }
    } else if (sign === '\n' || at === 0) {
      if (sign === '\n' && text[at + 1] === '\n') opened = -1;
      lineQuoted = text[at === 0 ? 0 : at + 1] === '>';
    }
    while (token < tokens.length && (tokens[token] as Token).from <= at) {
      if (lineQuoted) quoted[token] = 1;
      token++;
    }
  }
  return quoted;
}
