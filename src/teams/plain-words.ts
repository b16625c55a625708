import { charactersOf } from './html-characters.ts';
import { type Piece, piecesOf } from './html-pieces.ts';

/** Elements that stand on lines of their own. */
const blocks = /^(?:p|div|br|li|ul|ol|tr|table|blockquote|h[1-6]|pre|codeblock|hr)$/;
/** Elements whose inside is not for readers. */
const unread = /^(?:script|style|head|title|template)$/;

export interface PlainWords {
  readonly words: string;
  /** How many pictures stand among them; emoji are words. */
  readonly pictures: number;
}

/**
 * The words of a Teams message, which is HTML, as people read them: no tags, blocks on lines of their own, emoji as
 * characters, the address behind a link that says something else. Linear in the length, whatever the input.
 */
export function plainWords(html: string): PlainWords {
  const reader = new Reader();
  for (const piece of piecesOf(html)) reader.take(piece);
  return { words: tidy(reader.out.join('')), pictures: reader.pictures };
}

class Reader {
  readonly out: string[] = [];
  pictures = 0;
  #unread = '';
  #link = { address: '', from: 0 };

  take({ text, tag, closing, rest }: Piece): void {
    if (this.#unread !== '') {
      if (closing && tag === this.#unread) this.#unread = '';
    } else if (tag === '') this.out.push(charactersOf(text));
    else if (unread.test(tag)) this.#unread = closing ? '' : tag;
    else if (tag === 'a') this.#takeLink(closing, rest);
    else if (blocks.test(tag)) this.out.push('\n');
    else if (tag === 'emoji' || (tag === 'img' && /emoji/i.test(attribute(rest, 'itemtype'))))
      this.out.push(charactersOf(attribute(rest, 'alt')));
    else if (tag === 'img') this.pictures++;
  }

  #takeLink(closing: boolean, rest: string): void {
    const { address, from } = this.#link;
    if (closing && address !== '' && !isSame(this.out.slice(from).join(''), address)) this.out.push(` (${address})`);
    this.#link = { address: closing ? '' : charactersOf(attribute(rest, 'href')), from: this.out.length };
  }
}

function attribute(rest: string, name: string): string {
  const found = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(rest);
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? '';
}

function isSame(shown: string, address: string): boolean {
  const bare = (link: string) =>
    link
      .trim()
      .replace(/^(?:https?:\/\/|mailto:)/i, '')
      .replace(/\/$/, '');
  return bare(shown) === bare(address);
}

/** Spaces of the source are not the writer's; at most one empty line stands between paragraphs. */
function tidy(text: string): string {
  return text
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
