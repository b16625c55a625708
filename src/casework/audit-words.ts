import type { Process } from '../incidents/process.ts';

const fixed: Readonly<Record<string, string>> = {
  read: 'opened it',
  refreshed: 'saw it as it stands now',
  'evidence-listed': 'looked at the list of evidence',
  'evidence-read': 'opened a file of the evidence',
  'audit-read': 'looked at this trail',
  exported: 'took it into a subject access export',
  'told-by-hand': 'said that somebody was told whom no alert had reached',
  rescheduled: 'set when to look at it next',
  reported: 'sent the report',
  routed: 'passed it to a team',
  assigned: 'named a case manager',
  added: 'added to the report',
  messaged: 'sent a message',
  noted: 'made a note',
  recused: 'stepped back',
  'party-named': 'recorded whom it concerns',
  'evidence-added': 'added a file',
  paused: 'paused the clocks',
  resumed: 'let the clocks run again',
  'identity-revealed': "opened the reporter's identity",
  'clock-raised': 'sent a reminder',
  'check-in-asked': 'asked the reporter how things are',
  'check-in-answered': 'answered how things are',
};

/** What an audit entry's fixed name says ("incident.triage+messaged"), in words that follow who did it. */
export function auditWords(process: Process, what: string): string {
  const names = what.replace(/^incident\./, '').split('+');
  const words = names.map((name) => fixed[name] ?? process.moves.find(({ move }) => move === name)?.done ?? name);
  return [...new Set(words)].join(', ');
}
