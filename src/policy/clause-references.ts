import type { Clause, PolicyDocument } from './clause.ts';

export interface References {
  /** Clauses that the question calls by number and that exist, in the order named. */
  readonly found: readonly Clause[];
  /** Numbers called that no clause has, as typed. */
  readonly missing: readonly string[];
  /** True where the number is what the question is about, and not said in passing. */
  readonly central: boolean;
  /** The question without the numbers, or empty where the rest only asks to be shown them ("what does 5.1.1 say"). */
  readonly rest: string;
}

const word = '(?:clauses?|sections?|paragraphs?|paras?|rules?|bullets?|chapter|sub-?section|§)';
const numbered = new RegExp(
  `\\b(?:(${word})\\s*)?(\\d{1,2}(?:\\.\\d{1,2})+)\\s*(?:\\(\\s*([a-z])\\s*\\)|([a-e])\\b)?(?!\\.?\\d|\\s*(?:%|million|m\\b|k\\b))`,
  'gi',
);
const whole = new RegExp(`\\b${word}\\s*(\\d{1,3})\\b(?!\\.\\d)`, 'gi');
const appendix = /\b(appendix|annex|schedule)\s*(\d{1,2}|[a-z])\b/gi;
const questionNumber = /\b(?:question|q)\s*(\d{1,2})\b/i;
/** "6.1.3 says" speaks of the clause, and "in 2.5 hours" does not. */
const spokenOf =
  /^['’"”]?\s*(?:\([a-z]\)\s*)?(?:really\s+)?(?:say|says|said|mean|means|state|states|read|reads|allow|allows|forbid|forbids|ban|bans|cover|covers)\b/i;
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const version = /\b(?:v|ver|version)\.?\s*$/i;

const showing = new Set(
  `what whats does do say says said is in at of the a me please pls show give read tell quote see can could you i number clauses sections
  no text wording exact full for and policy about to out up`.split(/\s+/),
);

/** The clauses that a question calls by their numbers ("what does 5.1.1 say", "section 8", "question 5 of appendix 2"). */
export function clauseReferences(document: PolicyDocument, question: string): References {
  const byId = new Map(document.clauses.map((clause) => [clause.id.toLowerCase(), clause]));
  const asked = question.normalize('NFKC').replace(invisible, '');
  const found: Clause[] = [];
  const missing: string[] = [];
  const take = (shown: string, ...ids: string[]) => {
    const clause = ids.map((id) => byId.get(id.toLowerCase())).find((one) => one !== undefined);
    if (clause) found.push(clause);
    else missing.push(shown.trim());
  };
  let named = false;
  for (const call of callsOf(asked)) {
    const [shown, called, number = '', bracketed, loose] = call;
    named ||= called !== undefined || spokenOf.test(asked.slice(call.index + shown.length));
    if (bracketed) take(shown, `${number}(${bracketed})`);
    else take(shown, ...(loose ? [`${number}(${loose})`] : []), number, `${number}.0`);
  }
  for (const [shown, number] of asked.matchAll(whole)) {
    named = true;
    take(shown, `${number}.0`, `${number}`);
  }
  const row = questionNumber.exec(asked)?.[1];
  for (const [shown, called, number] of asked.matchAll(appendix)) {
    named ||= row !== undefined || !byId.has(`${called}${number}`.toLowerCase());
    const whole = `${called}${number}`;
    if (row && byId.has(whole.toLowerCase()))
      take(`question ${row} of ${shown}`, `${whole}.q${row}`, `${whole}.${row}`);
    else take(shown, whole);
  }
  const rest = [numbered, whole, appendix, questionNumber].reduce((text, mark) => text.replace(mark, ' '), asked);
  const words = rest.toLowerCase().match(/[a-z]+/g) ?? [];
  const plain = words.every((one) => showing.has(one));
  return { found, missing, central: named || words.length <= 5, rest: plain ? '' : rest };
}

/** Versions ("v1.0") and days ("1.7.2022") are not clauses. */
function callsOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(numbered)].filter(({ index }) => !version.test(text.slice(0, index)));
}
