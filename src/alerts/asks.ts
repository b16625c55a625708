import type { Role } from '../incidents/roles.ts';

/**
 * Who hears what when. `ask` is all that an alert says beside the reference and the time: words that fit every
 * incident, so that a preview on a locked screen tells nothing (E1): to a reporter not even that they made a report. `clock` names the deadline shown; an unread alert is
 * passed on at the end of so many working days (`unread`), or never (null).
 */
export const asks = {
  'new-report': {
    to: ['caseworker', 'case-manager'],
    ask: 'A new report waits for you.',
    clock: 'acknowledge',
    unread: 1,
  },
  'taken-over': {
    to: ['caseworker', 'case-manager'],
    ask: 'A report was passed to you.',
    clock: 'acknowledge',
    unread: 1,
  },
  'manager-named': { to: ['case-manager'], ask: 'A report was passed to you.', clock: null, unread: 1 },
  'investigator-named': {
    to: ['investigator'],
    ask: 'You are asked to take a part in a case.',
    clock: null,
    unread: 2,
  },
  'decision-maker-named': {
    to: ['decision-maker'],
    ask: 'You are asked to take a part in a case.',
    clock: null,
    unread: 2,
  },
  'appeal-officer-named': {
    to: ['appeal-officer'],
    ask: 'You are asked to take a part in a case.',
    clock: null,
    unread: 2,
  },
  'findings-in': {
    to: ['caseworker', 'case-manager'],
    ask: 'A case has moved and waits for you.',
    clock: null,
    unread: 2,
  },
  'outcome-in': {
    to: ['caseworker', 'case-manager'],
    ask: 'A case has moved and waits for you.',
    clock: null,
    unread: 2,
  },
  'report-added-to': { to: ['caseworker'], ask: 'Something was added to a report.', clock: null, unread: 2 },
  'reporter-wrote': { to: ['caseworker'], ask: 'There is a message for you about a report.', clock: null, unread: 2 },
  withdrawn: {
    to: ['caseworker', 'case-manager'],
    ask: 'A report has changed. Please look at it.',
    clock: null,
    unread: 2,
  },
  'retaliation-told': { to: ['caseworker', 'case-manager'], ask: 'A report needs you today.', clock: null, unread: 1 },
  reminder: { to: ['caseworker', 'case-manager'], ask: 'Something is due soon.', clock: null, unread: null },
  overdue: { to: ['case-manager', 'casework-lead'], ask: 'Something is overdue.', clock: null, unread: 1 },
  unread: { to: ['casework-lead'], ask: 'A report waits and nobody has opened it.', clock: null, unread: 1 },
  'status-changed': { to: ['reporter'], ask: 'There is news for you here.', clock: null, unread: null },
  'casework-wrote': {
    to: ['reporter'],
    ask: 'There is a message for you here.',
    clock: null,
    unread: null,
  },
  'check-in': {
    to: ['reporter'],
    ask: 'We would like to ask how you are.',
    clock: null,
    unread: null,
  },
} as const satisfies Record<string, { to: readonly Role[]; ask: string; clock: string | null; unread: number | null }>;

export type AskId = keyof typeof asks;
