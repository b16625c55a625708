/** A stretch of text, where `tag` is empty, or a tag with its attributes as they stand. */
export interface Piece {
  readonly text: string;
  /** In small letters. */
  readonly tag: string;
  readonly closing: boolean;
  readonly rest: string;
}

/** HTML, taken apart in one pass. What is no tag is text; comments are left out. Nothing is ever an error. */
export function* piecesOf(html: string): Generator<Piece> {
  let close = -1;
  for (let at = 0; at < html.length; ) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at);
      at = end < 0 ? html.length : end + 3;
      continue;
    }
    if (html[at] === '<') {
      // Looked for once and kept: many openings before one ">" would cost a search each.
      if (close < at) close = orEnd(html.indexOf('>', at), html);
      const tag = close < html.length ? tagIn(html.slice(at + 1, close)) : null;
      if (tag !== null) {
        yield tag;
        at = close + 1;
        continue;
      }
    }
    const next = orEnd(html.indexOf('<', at + 1), html);
    yield { text: html.slice(at, next), tag: '', closing: false, rest: '' };
    at = next;
  }
}

function tagIn(inside: string): Piece | null {
  const [start, slash, name = ''] = /^(\/?)([a-z][a-z0-9:-]{0,40})/i.exec(inside) ?? [];
  if (start === undefined) return null;
  return { text: '', tag: name.toLowerCase(), closing: slash === '/', rest: inside.slice(start.length) };
}

const orEnd = (found: number, html: string): number => (found < 0 ? html.length : found);
