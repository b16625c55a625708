import { parentOf, parentOfParagraph } from './parent-section.ts';
import { nameOf, sectionNames } from './part-names.ts';
import { plainText, slug } from './plain-text.ts';
import type { Block } from './read-blocks.ts';
import { appendixRow, namesTable, rowName } from './row-names.ts';
import { isAppendix, isCitable, type NamedClause, type Section, sectionClause } from './section.ts';
import { appendixName, headingText, letterAt, roman, titleOf } from './titles.ts';

type Work = { -readonly [Key in keyof NamedClause]: NamedClause[Key] } & { from: number; bullets: number };

/** Gives every citable part its id: the document's own number, or a name for a part without one. */
export function nameClauses(blocks: readonly Block[], lines: readonly string[]): NamedClause[] {
  const namer = new Namer(
    lines,
    blocks.some((block) => block.kind === 'heading' && block.number !== null),
  );
  for (const block of blocks) namer.take(block);
  return namer.finish();
}

class Namer {
  private readonly lines: readonly string[];
  private readonly headingsAreNumbered: boolean;
  private readonly sections: Section[] = [];
  private readonly clauses: Work[] = [];
  private section: Section | null = null;
  private last: Work | null = null;
  private lastBullet: Work | null = null;
  /** The last bullet with a letter of its own: dashes set deeper belong to it. */
  private lettered: { clause: Work; indent: number } | null = null;

  constructor(lines: readonly string[], headingsAreNumbered: boolean) {
    this.lines = lines;
    this.headingsAreNumbered = headingsAreNumbered;
  }

  take(block: Block): void {
    if (block.kind === 'heading') this.openSection(block);
    else if (block.kind === 'numbered') this.addParagraph(block);
    else if (block.kind === 'bullet' && /^\d/.test(block.letter ?? '')) this.addItem(block, block.letter ?? '');
    else if (block.kind === 'bullet') this.addBullet(block);
    else if (block.kind === 'row') this.addRow(block);
    else this.addText(block);
  }

  finish(): NamedClause[] {
    const shown = this.sections.filter(isCitable);
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
    const isFirst = this.sections.length === 0;
    const isDocumentTitle = isFirst && block.level === 1 && block.number === null && appendix === null;
    const parent = isDocumentTitle ? null : parentOf(block, this.section, this.sections);
    const name = appendix ?? nameOf(block.text, sectionNames) ?? slug(block.text);
    const under = parent && !appendix ? `${parent.id}.${name}` : name;
    this.open({
      id: block.number ?? this.free(under),
      title: block.text,
      heading: headingText(this.lines[block.from] ?? ''),
      path: [...(parent?.path ?? []), block.number === null ? block.text : `${block.number} ${block.text}`],
      level: block.level,
      number: block.number,
      parent,
      kind: 'section',
      line: block.from + 1,
      isDocumentTitle,
    });
  }

  private open(opened: Omit<Section, 'own' | 'bullets'>): void {
    this.section = { ...opened, own: [], bullets: 0 };
    this.sections.push(this.section);
    this.last = null;
    this.lastBullet = null;
    this.lettered = null;
  }

  private addParagraph(block: Extract<Block, { kind: 'numbered' }>): void {
    const parent = parentOfParagraph(block.number, this.clauses, this.sections);
    const owner = parent ?? this.section?.id ?? null;
    this.last = this.add(block, block.number, titleOf(block.text), block.text, 'paragraph', owner);
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

  /** "2." in a list goes by that number under what it belongs to; where nothing else is numbered it is the paragraph's own. */
  private addItem(block: Extract<Block, { kind: 'bullet' }>, number: string): void {
    const stands = !this.headingsAreNumbered && (this.section?.isDocumentTitle ?? true) && block.indent < 2;
    if (stands) this.addParagraph({ ...block, kind: 'numbered', number });
    if (stands) return;
    const above = this.lettered && block.indent > this.lettered.indent + 1 ? this.lettered.clause : null;
    const owner = above ?? this.last ?? this.section;
    if (owner === null) return;
    const id = this.free(`${owner.id}(${number})`);
    this.lastBullet = this.add(block, id, titleOf(block.text), block.text, 'bullet', owner.id);
    if (above === null) this.lettered = { clause: this.lastBullet, indent: block.indent };
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
      isDocumentTitle: false,
    });
  }

  private add(block: Block, id: string, title: string, text: string, kind: Work['kind'], parent: string | null): Work {
    const path = this.section?.path ?? [];
    const clause: Work = { id, path, title, text, parent, kind, line: block.from + 1, from: block.from, bullets: 0 };
    this.clauses.push(clause);
    return clause;
  }

  /** Rows and headings may share a name; citations may not. */
  private free(id: string): string {
    let number = 1;
    const taken = (candidate: string) => [...this.clauses, ...this.sections].some(({ id }) => id === candidate);
    while (taken(number === 1 ? id : `${id}-${number}`)) number++;
    return number === 1 ? id : `${id}-${number}`;
  }
}
