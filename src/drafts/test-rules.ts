import { unreadable } from '../text/as-read.ts';
import { readPattern } from '../text/pattern.ts';
import { checkDraft } from './check.ts';
import { ruleIds } from './finding.ts';
import { Reading } from './reading.ts';
import type { ConductRule, PhraseRow, RuleBook } from './rule-book.ts';

/**
 * What is wrong with the rules as written, one sentence each: examples not kept, phrases that stand twice, words that no
 * text can hold, and rows that make findings but are shown by no example.
 */
export function testRules(book: RuleBook): string[] {
  return ruleIds.flatMap((id) => [
    ...brokenExamples(book.rules[id], book),
    ...repeatedPhrases(book.rules[id]),
    ...impossibleWords(book.rules[id]),
    ...rowsWithoutExample(book.rules[id], book),
  ]);
}

function brokenExamples(rule: ConductRule, book: RuleBook): string[] {
  const complaints: string[] = [];
  for (const example of rule.found) {
    const own = checkDraft({ text: example.text }, book).findings.filter((finding) => finding.rule === rule.id);
    const spans = own.flatMap((finding) => finding.spans.map((span) => span.text));
    if (own.length === 0) complaints.push(`${rule.id}: not found: "${example.text}"`);
    else if (example.severity !== undefined && !own.some((finding) => finding.severity === example.severity))
      complaints.push(`${rule.id}: found as ${own[0]?.severity}, not ${example.severity}: "${example.text}"`);
    for (const wanted of example.spans)
      if (own.length > 0 && !spans.some((span) => span.includes(wanted) || wanted.includes(span)))
        complaints.push(`${rule.id}: "${wanted}" is not among the words found: ${JSON.stringify(spans)}`);
  }
  for (const example of rule.leftAlone)
    for (const finding of checkDraft({ text: example.text }, book).findings)
      if (finding.rule === rule.id)
        complaints.push(`${rule.id}: found "${finding.spans[0]?.text}" where nothing is wrong: "${example.text}"`);
  return complaints;
}

/** The same phrase may show two different things, but not the same thing twice. */
function repeatedPhrases(rule: ConductRule): string[] {
  const seen = new Map<string, number>();
  for (const { mark, phrases } of rule.rows)
    for (const phrase of phrases) seen.set(`"${phrase}" (${mark})`, (seen.get(`"${phrase}" (${mark})`) ?? 0) + 1);
  return [...seen].filter(([, times]) => times > 1).map(([phrase]) => `${rule.id}: the phrase ${phrase} stands twice`);
}

/** Signs that are no word ("£", ",") can never be met. */
function impossibleWords(rule: ConductRule): string[] {
  const patterns = [...rule.rows.flatMap((row) => row.phrases), ...Object.values(rule.words).flat()];
  return patterns.flatMap((phrase) =>
    unreadable(readPattern(phrase)).map((word) => `${rule.id}: "${word}" in "${phrase}" can never match`),
  );
}

/** A row that makes findings shows itself in at least one example, of either kind: else nobody can tell what it is for. */
function rowsWithoutExample(rule: ConductRule, book: RuleBook): string[] {
  const shown = new Set<PhraseRow>();
  for (const { text } of [...rule.found, ...rule.leftAlone])
    for (const hit of new Reading({ text }, book).hits(rule.id)) shown.add(hit.row);
  return rule.rows
    .filter((row) => row.mark === 'breach' && !shown.has(row))
    .map((row) => `${rule.id}: no example shows the row of "${row.phrases[0]}"`);
}
