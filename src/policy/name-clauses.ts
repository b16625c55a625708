import type { Clause } from './clause.ts';
import { nameOf, rowNames, sectionNames } from './part-names.ts';
import { isContents, plainText, slug } from './plain-text.ts';
import { type Block, isTitle } from './read-blocks.ts';

/** A clause before its force and oddities are read. */
export type NamedClause = Omit<Clause, 'modality' | 'oddities'>;

interface Section {
  readonly id: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly level: number;
  readonly number: string | null;
  readonly parent: Section | null;
  readonly kind: 'section' | 'table';
  readonly line: number;
  /** The heading as published, shown where a section has no words of its own. */
  readonly heading: string;
  /** Lines that no clause below the section owns: from the first to the last of them is the section's own text. */
  readonly own: number[];
  /** Bullets without a numbered paragraph above them so far. */
  bullets: number;
}

type Work = { -readonly [Key in keyof NamedClause]: NamedClause[Key] } & { from: number; bullets: number };

/** Gives every citable part its id: the document's own number, or a name for a part without one (DESIGN.md, "Shapes"). */
export function nameClauses(blocks: readonly Block[], lines: readonly string[]): NamedClause[] {
  const namer = new Namer(lines);
  for (const block of blocks) namer.take(block);
  return namer.finish();
}

class Namer {
  private readonly lines: readonly string[];
  private readonly sections: Section[] = [];
  private readonly clauses: Work[] = [];
  private section: Section | null = null;
  private last: Work | null = null;
  private lastBullet: Work | null = null;
  /** The last bullet with a letter of its own: dashes set deeper belong to it. */
  private lettered: { clause: Work; indent: number } | null = null;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  take(block: Block): void {
    if (block.kind === 'heading') this.openSection(block);
    else if (block.kind === 'numbered') this.addParagraph(block);
    else if (block.kind === 'bullet') this.addBullet(block);
    else if (block.kind === 'row') this.addRow(block);
    else this.addText(block);
  }

  finish(): NamedClause[] {
    const bare = (section: Section) =>
      section.own.length === 0 && ((section.level === 1 && section.number === null) || isContents(section.title));
    const shown = this.sections.filter((section) => !bare(section) || appendixName(section.title) !== null);
    const sections = shown.map((section) => ({
      order: section.line - 0.5,
      clause: sectionClause(section, this.lines),
    }));
    const ids = new Set([...shown, ...this.clauses].map(({ id }) => id));
    const rest = this.clauses.map(({ from: _from, bullets: _bullets, ...clause }) => ({
      order: clause.line,
      clause: { ...clause, parent: clause.parent !== null && ids.has(clause.parent) ? clause.parent : null },
    }));
    return [...sections, ...rest].sort((a, b) => a.order - b.order).map(({ clause }) => clause);
  }

  private openSection(block: Extract<Block, { kind: 'heading' }>): void {
    const inAppendix = this.section !== null && isAppendix(this.section) && block.number === null;
    const appendix = appendixName(block.text);
    if (inAppendix && appendix === null && block.level > (this.section?.level ?? 0)) {
      this.section?.own.push(block.from);
      return;
    }
    const isDocumentTitle = block.level === 1 && block.number === null && appendix === null;
    const parent = isDocumentTitle ? null : this.parentOf(block);
    const name = appendix ?? nameOf(block.text, sectionNames) ?? slug(block.text);
    const under = parent && parent.level > 1 && !appendix ? `${parent.id}.${name}` : name;
    this.open({
      id: block.number ?? under,
      title: block.text,
      heading:
        block.number === null
          ? block.text
          : (this.lines[block.from] ?? '')
              .replace(/^#+\s*/, '')
              .replace(/\*\*/g, '')
              .trim(),
      path: [...(parent?.path ?? []), block.number === null ? block.text : `${block.number} ${block.text}`],
      level: block.level,
      number: block.number,
      parent,
      kind: 'section',
      line: block.from + 1,
      own: [],
      bullets: 0,
    });
  }

  private open(section: Section): void {
    this.sections.push(section);
    this.section = section;
    this.last = null;
    this.lastBullet = null;
    this.lettered = null;
  }

  /** By number where there is one ("5.2" stands under "5.0" whatever its heading level), else by heading level. */
  private parentOf(block: Extract<Block, { kind: 'heading' }>): Section | null {
    if (block.number !== null) {
      const parts = block.number.split('.');
      const above = parts.slice(0, -1).join('.');
      const whole = parts.length === 2 && parts[1] === '0';
      return whole || above === '' ? null : this.sectionNumbered(above);
    }
    for (let section = this.section; section !== null; section = section.parent)
      if (section.level < block.level && section.kind === 'section' && section.line > 0 && section.path.length > 0) {
        return section.level === 1 && section.number === null ? null : section;
      }
    return null;
  }

  private sectionNumbered(number: string): Section | null {
    return this.sections.findLast((section) => section.number === number || section.number === `${number}.0`) ?? null;
  }

  private addParagraph(block: Extract<Block, { kind: 'numbered' }>): void {
    const above = block.number.split('.').slice(0, -1);
    let parent: string | null = null;
    for (let depth = above.length; depth > 0 && parent === null; depth--) {
      const number = above.slice(0, depth).join('.');
      parent = this.clauses.find(({ id }) => id === number)?.id ?? this.sectionNumbered(number)?.id ?? null;
    }
    this.last = this.add(
      block,
      block.number,
      titleOf(block.text),
      block.text,
      'paragraph',
      parent ?? this.section?.id ?? null,
    );
    this.lastBullet = null;
    this.lettered = null;
  }

  private addBullet(block: Extract<Block, { kind: 'bullet' }>): void {
    const owner = this.last ?? this.section;
    if (owner === null) return;
    const expected = letterAt(owner.bullets);
    if (block.letter !== null && /^[ivx]+$/.test(block.letter) && block.letter !== expected && this.lastBullet) {
      const parent = this.lastBullet;
      this.add(block, `${parent.id}(${block.letter})`, titleOf(block.text), block.text, 'bullet', parent.id);
      return;
    }
    if (block.letter === null && this.lettered && block.indent > this.lettered.indent + 1) {
      const parent = this.lettered.clause;
      const id = `${parent.id}(${roman(parent.bullets++)})`;
      this.add(block, id, titleOf(block.text), block.text, 'bullet', parent.id);
      return;
    }
    const letter = block.letter ?? expected;
    owner.bullets++;
    this.lastBullet = this.add(block, `${owner.id}(${letter})`, titleOf(block.text), block.text, 'bullet', owner.id);
    this.lettered = block.letter === null ? null : { clause: this.lastBullet, indent: block.indent };
  }

  /** Loose text goes on with the paragraph above it; under a bare heading it is the section's own. */
  private addText(block: Extract<Block, { kind: 'text' }>): void {
    const above = this.lastBullet ?? this.last;
    if (above !== null && this.section?.number !== null) {
      const from = above.from;
      const stretch = this.lines.slice(from, block.to + 1).join('\n');
      above.text = stretch.slice(stretch.indexOf(above.text)).trim();
      return;
    }
    const section = this.section;
    if (section === null) return;
    for (let line = block.from; line <= block.to; line++) section.own.push(line);
    if (section.number !== null) return;
    for (const sentence of block.text.split(/(?<=[.?!])\s+(?=[A-Z])/))
      if (/[\w.+-]+@[\w-]+\.\w/.test(sentence))
        this.add(block, this.free(`${section.id}.contact`), 'Contact', sentence, 'note', section.id);
  }

  private addRow(block: Extract<Block, { kind: 'row' }>): void {
    const inAppendix = this.section !== null && isAppendix(this.section);
    const section = this.section;
    if (block.opens && namesTable(block) && !inAppendix) {
      this.openTable(block);
      return;
    }
    if (section === null) return;
    const name = block.header ? null : inAppendix ? appendixRow(block.cells) : rowName(block.cells);
    if (name === null) {
      if (!block.header || inAppendix) for (let line = block.from; line <= block.to; line++) section.own.push(line);
      return;
    }
    this.add(block, this.free(`${section.id}.${name.id}`), name.title, block.text, 'row', section.id);
  }

  private openTable(block: Extract<Block, { kind: 'row' }>): void {
    const title = plainText(block.cells[0] ?? '');
    this.open({
      id: nameOf(title, sectionNames) ?? slug(title),
      title,
      heading: block.text,
      path: [title],
      level: 9,
      number: null,
      parent: null,
      kind: 'table',
      line: block.from + 1,
      own: [],
      bullets: 0,
    });
  }

  private add(block: Block, id: string, title: string, text: string, kind: Work['kind'], parent: string | null): Work {
    const path = this.section?.path ?? [];
    const clause: Work = { id, path, title, text, parent, kind, line: block.from + 1, from: block.from, bullets: 0 };
    this.clauses.push(clause);
    return clause;
  }

  /** Rows may share a label; citations may not. */
  private free(id: string): string {
    let number = 1;
    const taken = (candidate: string) => this.clauses.some((clause) => clause.id === candidate);
    while (taken(number === 1 ? id : `${id}-${number}`)) number++;
    return number === 1 ? id : `${id}-${number}`;
  }
}

function sectionClause(section: Section, lines: readonly string[]): NamedClause {
  const { id, path, title, kind, line, parent, own } = section;
  const first = own[0];
  const last = own.at(-1);
  const text =
    first === undefined || last === undefined
      ? section.heading
      : lines
          .slice(first, last + 1)
          .join('\n')
          .trim();
  return { id, path, title, text, kind, line, parent: parent?.id ?? null };
}

/** One bold cell alone, or a header row with nothing but its first cell, is the name of the table below. */
function namesTable({ cells, header }: Extract<Block, { kind: 'row' }>): boolean {
  return isTitle(cells) || (header && cells[0] !== '' && cells.slice(1).every((cell) => cell === ''));
}

function appendixName(title: string): string | null {
  const found = /^(appendix|annex|schedule)\s+([0-9]{1,2}|[a-z])\b/i.exec(title);
  return found ? `${found[1]}${found[2]}`.toLowerCase() : null;
}

function isAppendix(section: Section): boolean {
  return appendixName(section.title) !== null;
}

/** In a form, "Name:" rows and remarks belong to the form as a whole; numbered questions and labelled rows stand alone. */
function appendixRow(cells: readonly string[]): { id: string; title: string } | null {
  const first = cells[0] ?? '';
  const question = /^(?:<b>|\*\*)?(\d+)[.)]\s/.exec(first);
  if (question) return { id: `q${question[1]}`, title: `Question ${question[1]}` };
  const label = /^(?:<b>(.+?)<\/b>|\*\*(.+?)\*\*)\s*(.*)$/.exec(first);
  const words = plainText(label?.[1] ?? label?.[2] ?? first);
  const explained = label !== null && label[3] !== '';
  const answered = cells.slice(1).some((cell) => cell !== '') && !words.endsWith(':');
  return (explained || answered) && words !== '' ? { id: slug(words), title: words } : null;
}

function rowName(cells: readonly string[]): { id: string; title: string } | null {
  const label = plainText(cells[0] ?? '').replace(/:$/, '');
  if (label === '' || cells.slice(1).every((cell) => cell === '')) return null;
  const version = /^v?(\d+(?:\.\d+)*)$/i.exec(label);
  const short = label.split(/,| and | & /)[0] ?? label;
  return { id: version?.[1] ?? nameOf(label, rowNames) ?? slug(short), title: label };
}

/** The term that is defined, or the first words. */
function titleOf(text: string): string {
  const plain = plainText(text).replace(/\s+/g, ' ');
  const term = /^([A-Z][^.–—:]{2,40}?)\s(?:–|—|-)\s/.exec(plain)?.[1];
  if (term) return term;
  const words = plain.split(' ');
  return words.length <= 9
    ? plain
    : `${words
        .slice(0, 8)
        .join(' ')
        .replace(/[,;:.]$/, '')} …`;
}

function roman(index: number): string {
  return ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][index] ?? String(index + 1);
}

function letterAt(index: number): string {
  const letter = String.fromCharCode(97 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}
