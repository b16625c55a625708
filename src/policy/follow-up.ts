import { words } from '../text/words.ts';

const opening =
  /^\s*(?:ok(?:ay)?[,\s]+|right[,\s]+|so[,\s]+)?(?:(?:and|but|or)\s+)?(?:what about|how about|what if it'?s|same (?:for|with)|does that (?:go|apply|count) for|and|but|or|also|even|for)\s+/i;
const asksItself =
  /\b(who|what|when|where|which|why|how|is|are|am|was|were|do|does|did|can|could|may|must|should|will|would|has|have)\b/i;
const points = /\b(that|it|this|they|them|those|these|he|she|him|her)\b/i;

export interface Completed {
  /** The question to answer, with what it left out put back. */
  readonly question: string;
  /** What was new in it, where something was put back; null for a question that stands alone. */
  readonly fresh: string | null;
}

/** Puts back what a question leaves out from the one before: "and for managers?" after "do I need training?". */
export function completeQuestion(question: string, previous: string | undefined): Completed {
  const alone = { question, fresh: null };
  if (previous === undefined || previous.trim() === '') return alone;
  const opened = opening.exec(question);
  const rest = opened ? question.slice(opened[0].length) : question;
  const count = words(rest).length;
  const leansBack = opened !== null && !asksItself.test(rest) && count <= 8;
  const pointsBack = count <= 6 && points.test(rest) && !/\b(policy|document|post|rule)\b/i.test(rest);
  if (!leansBack && !pointsBack) return alone;
  return { question: `${previous.trim().replace(/[?.!]*$/, '')} ${rest}`, fresh: rest };
}
