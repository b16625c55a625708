import { editDistance } from '../text/spelling.ts';
import type { Clause } from './clause.ts';
import { plainText } from './plain-text.ts';

/** What is odd in one clause's wording. It is shown beside the clause and never mended. */
export function findOddities(clause: Omit<Clause, 'oddities'>): string[] {
  const text = plainText(clause.text);
  return [
    ...brackets(text),
    ...suspectedMisprints(clause, text),
    ...[...text.matchAll(/\b(\w{2,}) \1\b/gi)]
      .filter(([, word]) => !/^(had|that)$/i.test(word ?? ''))
      .map(([twice]) => `word twice: "${twice}"`),
    ...(/\bpage \d+\b/i.test(text)
      ? [`refers to "${/\bpage \d+\b/i.exec(text)?.[0]}", and this copy has no pages`]
      : []),
  ];
}

function brackets(text: string): string[] {
  let open = 0;
  for (const sign of text.replace(/\b[a-z]\)|\d\)/gi, (mark, at: number) =>
    text.lastIndexOf('(', at) > text.lastIndexOf(')', at - 1) ? mark : '  ',
  )) {
    if (sign === '(') open++;
    if (sign === ')') open--;
    if (open < 0) return ['bracket closed and never opened'];
  }
  return open > 0 ? ['bracket opened and not closed'] : [];
}

/** In a prohibition, "appropriate" most often lost its "in": "must not link to appropriate content". */
function suspectedMisprints({ modality }: { modality: Clause['modality'] }, text: string): string[] {
  const found = /\b(?:links?|linking) to (appropriate|suitable|acceptable|lawful) \w+/i.exec(text);
  return modality === 'must not' && found ? [`suspected misprint: "${found[0]}" in a prohibition`] : [];
}

/** What is odd between clauses: gaps in the numbering, references to nothing, bullets that do not read on. By clause id. */
export function findStructureOddities(clauses: readonly Clause[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const note = (id: string, oddity: string) => found.set(id, [...(found.get(id) ?? []), oddity]);
  const ids = new Set(clauses.map(({ id }) => id.toLowerCase()));
  let above: readonly number[] | null = null;
  for (const clause of clauses) {
    above = checkNumber(clause, above, ids, note);
    for (const dead of deadReferences(clause, ids))
      note(clause.id, `refers to "${dead}", which is not in this document`);
  }
  for (const [id, oddity] of misspeltHosts(clauses)) note(id, oddity);
  for (const clause of clauses)
    if (breaksItsList(clause, clauses)) note(clause.id, 'does not read on from the words above the list');
  return found;
}

function checkNumber(
  { id }: Clause,
  above: readonly number[] | null,
  ids: ReadonlySet<string>,
  note: (id: string, oddity: string) => void,
): readonly number[] | null {
  if (!/^\d+(\.\d+)+$/.test(id)) return above;
  const parts = id.split('.').map(Number);
  const last = parts.at(-1) ?? 0;
  const before = [...parts.slice(0, -1), last - 1].join('.');
  if (last > 1 && !ids.has(before)) note(id, `broken numbering: there is no ${before}`);
  if (above !== null && isBefore(parts, above)) note(id, `broken numbering: ${id} stands after ${above.join('.')}`);
  return parts;
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function deadReferences({ text }: Clause, ids: ReadonlySet<string>): string[] {
  const references = plainText(text).matchAll(
    /\b(appendix|annex|schedule|section|paragraph|clause)\s+(\d+(?:\.\d+)*|[A-Z]\b)/gi,
  );
  return [...references]
    .filter(([, word, number]) => {
      const named = /appendix|annex|schedule/i.test(word ?? '') ? `${word}${number}` : (number ?? '');
      return !ids.has(named.toLowerCase()) && !ids.has(`${named}.0`.toLowerCase());
    })
    .map(([reference]) => reference);
}

/** After "must not:" four bullets say "Bring", "Breach" and one "Using": the one does not read on. */
function breaksItsList(clause: Clause, clauses: readonly Clause[]): boolean {
  if (clause.kind !== 'bullet') return false;
  const list = clauses.filter(({ kind, parent }) => kind === 'bullet' && parent === clause.parent);
  const isGerund = (text: string) => /^\w+ing\b/.test(text) && !/^bring\b/i.test(text);
  const gerunds = list.filter(({ text }) => isGerund(text)).length;
  return list.length > 2 && gerunds * 2 < list.length && isGerund(clause.text);
}

/** A link whose address almost has a long name that the text spells otherwise: "befordshire" beside "Bedfordshire". */
function misspeltHosts(clauses: readonly Clause[]): (readonly [id: string, oddity: string])[] {
  const names = new Set(clauses.flatMap(({ text }) => plainText(text).match(/\b[A-Z][a-z]{7,}\b/g) ?? []));
  return clauses.flatMap(({ id, text }) => {
    const host = /\bwww\.([\w.-]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
    const missed = [...names].find(
      (name) => !host.includes(name.toLowerCase()) && nearlyHolds(host, name.toLowerCase()),
    );
    return missed ? [[id, `the link address looks misspelt: "${host}", where the text has "${missed}"`] as const] : [];
  });
}

function nearlyHolds(host: string, name: string): boolean {
  for (let at = 0; at + name.length - 1 <= host.length; at++)
    if (host[at] === name[0] && editDistance(host.slice(at, at + name.length - 1), name, 1) === 1) return true;
  return false;
}
