import { words } from '../text/words.ts';

const asking = '(?:who|whos|whose|what|whats|when|whens|where|wheres|which|why|how)\\b';
const helping = '(?:is|are|am|was|were|do|does|did|can|could|may|must|should|shall|will|would|has|have)\\b';
const subject =
  '(?:i|we|you|he|she|it|they|there|this|that|these|those|the|a|an|any|anyone|someone|my|our|your|staff|managers?|people)\\b';
const asks = `(?:${asking}|${helping}\\s+${subject})`;
const joint = new RegExp(
  `(?:[,;]\\s*|\\s+)(?:and|or|plus|also|&)\\s+(?:also\\s+)?(?=${asks})|\\?\\s+(?:and\\s+)?(?=\\S)`,
  'i',
);
const opens = new RegExp(`^(?:and |so |but )?${asks}`, 'i');

/** The questions that one message asks ("who wrote it and when is it reviewed"), in the asker's words; one of them mostly. */
export function splitQuestion(question: string): string[] {
  const parts = question
    .split(joint)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const whole = parts.every((part) => words(part).length >= 3 && (opens.test(part) || part === parts[0]));
  return parts.length > 1 && parts.length <= 4 && whole ? parts : [question];
}
