import type { Clause, PolicyDocument } from './clause.ts';
import { describeDocument } from './describe-document.ts';
import { findOddities, findStructureOddities } from './find-oddities.ts';
import { nameClauses } from './name-clauses.ts';
import { plainText } from './plain-text.ts';
import { readBlocks } from './read-blocks.ts';
import { readModality } from './read-modality.ts';
import type { NamedClause } from './section.ts';
import { UnreadableDocument } from './unreadable-document.ts';

/**
 * Reads a policy published as Markdown into citable clauses, wording untouched. Throws `UnreadableDocument` with line and
 * reason where the document cannot be cited safely: nothing in it, no structure, or the same number used twice.
 */
export function readDocument(markdown: string): PolicyDocument {
  const lines = markdown.replace(/^\ufeff/, '').split(/\r\n?|\n/);
  refuseWhatIsNoText(lines);
  const named = nameClauses(readBlocks(lines), lines);
  refuseWhatCannotBeCited(named, lines);
  const byId = new Map(named.map((clause) => [clause.id, clause]));
  const clauses = named.map((clause): Clause => {
    const modality = readModality(clause, clause.parent === null ? null : (byId.get(clause.parent) ?? null));
    return { ...clause, modality, oddities: findOddities({ ...clause, modality }) };
  });
  const structure = findStructureOddities(clauses);
  const document = describeDocument(lines, clauses);
  return {
    ...document,
    clauses: clauses.map((clause) => ({
      ...clause,
      oddities: [...clause.oddities, ...(structure.get(clause.id) ?? [])],
    })),
  };
}

function refuseWhatIsNoText(lines: readonly string[]): void {
  const empty = lines.every((line) => line.trim() === '');
  if (empty) throw new UnreadableDocument(1, 'the document is empty');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL is what tells a binary file
  const binary = lines.findIndex((line) => /\u0000|^%PDF-|^PK\u0003/.test(line));
  if (binary >= 0)
    throw new UnreadableDocument(binary + 1, 'this is not text; export the document as Markdown and try again');
  const garbled = lines.findIndex((line) => line.includes('\ufffd'));
  if (garbled >= 0)
    throw new UnreadableDocument(garbled + 1, 'a letter here is not UTF-8; save the document as UTF-8 and try again');
}

function refuseWhatCannotBeCited(clauses: readonly NamedClause[], lines: readonly string[]): void {
  const seen = new Map<string, number>();
  for (const { id, line } of clauses) {
    const first = seen.get(id);
    if (first !== undefined)
      throw new UnreadableDocument(
        line,
        `"${id}" is used twice, first on line ${first}; a citation must mean one place`,
      );
    seen.set(id, line);
  }
  const start = lines.findIndex((line) => line.trim() !== '') + 1;
  if (clauses.length === 0)
    throw new UnreadableDocument(start, 'no heading ("## 1.0 Title") and no numbered paragraph ("1.1 ...") found');
  if (clauses.every(saysNothing))
    throw new UnreadableDocument(clauses[0]?.line ?? start, 'there are headings here and no words under any of them');
  const [whole] = clauses;
  if (clauses.length === 1 && whole?.kind === 'section')
    throw new UnreadableDocument(
      lines.findIndex((line) => whole.text.startsWith(line.trim()) && line.trim() !== '') + 1,
      'all of this could only be cited as one; number the paragraphs ("1.1 ...") or put headings ("## 1.0 Title") over them',
    );
}

function saysNothing({ kind, text, title }: NamedClause): boolean {
  return (kind === 'section' || kind === 'table') && plainText(text).endsWith(title);
}
