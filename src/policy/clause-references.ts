import type { Clause, PolicyDocument } from './clause.ts';

export interface References {
  /** Clauses that the question calls by number and that exist, in the order named. */
  readonly found: readonly Clause[];
  /** Numbers called that no clause has, as typed. */
  readonly missing: readonly string[];
  /** True where the number is what the question is about, and not said in passing. */
  readonly central: boolean;
}

const called =
  /\b(?:(clause|section|paragraph|para|rule|point|part|bullet|item|article|sub-?section|number|no\.?|§)\s*)?(\d{1,2}(?:\.\d{1,2})+)\s*(?:\(\s*([a-z])\s*\)|\b([a-e])\b)?(?!\.?\d|\s*(?:%|million|m\b|k\b))/gi;
const calledWhole = /\b(?:clause|section|paragraph|para|rule|chapter|§)\s*(\d{1,3})\b(?!\.\d)/gi;
const calledAppendix = /\b(appendix|annex|schedule)\s*(\d{1,2}|[a-z])\b/gi;
const calledQuestion = /\b(?:question|q)\s*(\d{1,2})\b/i;

/** The clauses that a question calls by their numbers ("what does 5.1.1 say", "section 8", "question 5 of appendix 2"). */
export function clauseReferences(document: PolicyDocument, question: string): References {
  const byId = new Map(document.clauses.map((clause) => [clause.id.toLowerCase(), clause]));
  const found: Clause[] = [];
  const missing: string[] = [];
  const take = (id: string, shown: string) => {
    const clause = byId.get(id.toLowerCase()) ?? byId.get(`${id}.0`);
    if (clause) found.push(clause);
    else missing.push(shown);
  };
  const plain = question.normalize('NFKC');
  let named = false;
  for (const [whole, word, number, bracketed, loose, at] of matches(plain)) {
    if (/\b(v|ver|version)\.?\s*$/i.test(plain.slice(0, at)) || /\d{4}/.test(whole)) continue;
    named ||= word !== undefined;
    const letter = bracketed ?? (byId.has(`${number}(${loose?.toLowerCase()})`) ? loose : undefined);
    take(letter ? `${number}(${letter})` : (number ?? ''), whole.trim());
  }
  for (const [whole, number] of plain.matchAll(calledWhole)) {
    named = true;
    take(number ?? '', whole);
  }
  for (const [whole, word, number] of plain.matchAll(calledAppendix)) {
    const question = calledQuestion.exec(plain)?.[1];
    const id = `${word}${number}`.toLowerCase();
    named ||= !byId.has(id) || question !== undefined;
    take(question && byId.has(`${id}.q${question}`) ? `${id}.q${question}` : id, whole);
  }
  const rest =
    plain
      .replace(called, ' ')
      .replace(calledWhole, ' ')
      .replace(calledAppendix, ' ')
      .match(/[a-z]+/gi) ?? [];
  return { found, missing, central: named || rest.length <= 5 };
}

function matches(
  text: string,
): (readonly [string, string | undefined, string | undefined, string | undefined, string | undefined, number])[] {
  return [...text.matchAll(called)].map(
    (found) => [found[0], found[1], found[2], found[3], found[4], found.index] as const,
  );
}
