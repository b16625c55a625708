/** A stretch of text in one style; a link only to the web or to an e-mail address. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly link: string | null;
}

/** A paragraph or a list item of a cell. */
export interface Block {
  readonly kind: 'paragraph' | 'item';
  readonly runs: readonly Run[];
}

/** The cells of a row side by side; a text that is no table has one row of one cell. */
export type Row = readonly (readonly Block[])[];

/**
 * The document's own words with its marks (Markdown's bold and links, a few tags, tabs between table cells) read as what
 * they stand for. No word is changed, added or left out.
 */
export function readPublished(text: string): readonly Row[] {
  const rows: Row[] = [];
  for (const passage of passagesOf(text)) {
    const cells = passage.split('\t').map(readCell);
    const row = cells.filter((cell) => cell.length > 0);
    if (row.length > 0) rows.push(row);
  }
  return rows;
}

/** The lines of tables one by one, everything between them as a whole. */
function passagesOf(text: string): readonly string[] {
  const passages: string[] = [];
  let plain: string[] = [];
  for (const line of [...text.split(/\r?\n/), null]) {
    if (line === null || line.includes('\t')) {
      passages.push(plain.join('\n'));
      plain = [];
    } else plain.push(line);
    if (line?.includes('\t')) passages.push(line);
  }
  return passages;
}

const mark =
  /<(\/?)(b|strong|i|em|u|p|ul|ol|li|br|a)\b[^>]*>|\*\*|\[([^\]]*)\]\(([^)\s]*)\)|\n\s*\n|\n(?=\s*[-•▪]\s)|[▪•]/gi;

function readCell(cell: string): readonly Block[] {
  const blocks: { kind: Block['kind']; runs: Run[] }[] = [];
  let open: { kind: Block['kind']; runs: Run[] } | null = null;
  let bold = false;
  let at = 0;
  const begin = (kind: Block['kind']) => {
    open = { kind, runs: [] };
    blocks.push(open);
  };
  const say = (words: string, link: string | null = null) => {
    const plain = words.replace(/\s+/g, ' ');
    const begins = open === null || open.runs.length === 0;
    if (plain === '' || (begins && plain === ' ')) return;
    if (open === null) begin('paragraph');
    open?.runs.push({ text: begins ? plain.trimStart() : plain, bold, link });
  };
  for (const match of cell.matchAll(mark)) {
    say(cell.slice(at, match.index));
    at = match.index + match[0].length;
    const [whole, closing, tag = '', linked, address] = match;
    const name = tag.toLowerCase();
    if (linked !== undefined) say(linked, isSafe(address ?? '') ? (address as string) : null);
    else if (whole === '**') bold = !bold;
    else if (name === 'b' || name === 'strong') bold = closing === '';
    else if (name === 'li' && closing === '') begin('item');
    else if (['p', 'ul', 'ol', 'li', 'br'].includes(name) || whole.startsWith('\n')) open = null;
  }
  say(cell.slice(at));
  return blocks.filter(({ runs }) => runs.some((run) => run.text.trim() !== ''));
}

function isSafe(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address);
}
