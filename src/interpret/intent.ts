/** What a member wants with a message. The command line's `interpret` prints these words. */
export const intents = [
  'ask',
  'check-draft',
  'report-incident',
  'crisis',
  'help',
  'small-talk',
  'case-status',
  'out-of-scope',
] as const;
export type Intent = (typeof intents)[number];

/** Intents whose examples stand in `policy/intents.yaml`; those of a crisis stand with its table. */
export const learnedIntents = [
  'ask',
  'check-draft',
  'report-incident',
  'help',
  'small-talk',
  'case-status',
  'out-of-scope',
] as const satisfies readonly Exclude<Intent, 'crisis'>[];
export type LearnedIntent = (typeof learnedIntents)[number];
