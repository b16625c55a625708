import { type FilledCard, fillCard } from './fill.ts';

/** One line to the policy owner about an answer that did not help. */
export function answerFeedbackCard(question: string, clause: string): FilledCard {
  return fillCard('feedback-form', {
    headline: 'What was missing?',
    explanation:
      'Your question and this line go to the policy owner, with names, numbers and addresses masked and without who asked.',
    label: 'One line (optional)',
    verb: 'send-answer-feedback',
    data: { question, clause },
  });
}

/** One line about a finding that is wrong. The draft is not part of it; who wants to show words writes them here. */
export function findingFeedbackCard(rule: string, clause: string): FilledCard {
  return fillCard('feedback-form', {
    headline: 'Why is this finding wrong?',
    explanation:
      'I send the name of the rule and what you write here, never your draft. Copy words of it in here only if you want them to be seen.',
    label: 'Why it is wrong (optional)',
    verb: 'send-finding-feedback',
    data: { rule, clause },
  });
}
