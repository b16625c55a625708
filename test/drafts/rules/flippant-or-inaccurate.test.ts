import { checkDraft } from '../../../src/drafts/check.ts';
import { ruleBook } from '../rule-book.ts';

const severityOf = (text: string) =>
  checkDraft({ text }, ruleBook).findings.find((finding) => finding.rule === 'flippant-or-inaccurate')?.severity ??
  'none';

test.each([
  ['How the ICB writes a strategy: copy, paste, new date 😂 jk', 'advice'],
  ['NHS call handler here. Ambulance? Ring a taxi, you’ll be dead by the time we come 😂', 'change'],
  ['I work in an NHS pharmacy and nobody needs statins, they just want the numbers.', 'change'],
  ['Our ICB pilot has eliminated waiting lists for good! Evaluation to follow.', 'change'],
])('%s: %s', (text, severity) => expect(severityOf(text)).toBe(severity));

test.each([
  'The flu jab cannot give you flu, see nhs.uk.',
  'Four hours in A&E with my lad and the staff were wonderful.',
  'A&E attendances rose 3 per cent last year, according to NHS England figures.',
  'The queue for the chippy was so long I grew a beard 😂',
  'Our panto has a haunted ward and a skeleton matron.',
])('%s: left alone', (text) => expect(severityOf(text)).toBe('none'));
