import type { Clause } from './clause.ts';
import { isContents } from './plain-text.ts';
import { appendixName } from './titles.ts';

/** A clause before its force and oddities are read. */
export type NamedClause = Omit<Clause, 'modality' | 'oddities'>;

/** A heading or a named table, while the lines below it are read. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly path: readonly string[];
  readonly level: number;
  readonly number: string | null;
  readonly parent: Section | null;
  readonly kind: 'section' | 'table';
  readonly line: number;
  /** The first heading of all, where it names the document and not a part of it. */
  readonly isDocumentTitle: boolean;
  /** The heading as published, shown where a section has no words of its own. */
  readonly heading: string;
  /** Lines that no clause below the section owns: from the first to the last of them is the section's own text. */
  readonly own: number[];
  /** Bullets without a numbered paragraph above them so far. */
  bullets: number;
}

/** The section itself as a clause: its own words, or its heading where it has none. */
export function sectionClause(section: Section, lines: readonly string[]): NamedClause {
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

/** A document's title and its table of contents are nothing to cite, unless words stand right under them. */
export function isCitable(section: Section): boolean {
  return section.own.length > 0 || !(section.isDocumentTitle || isContents(section.title));
}

export function isAppendix(section: Section): boolean {
  return appendixName(section.title) !== null;
}
