import type { IncidentEvent } from '../../incidents/incident.ts';
import type { Report } from '../../incidents/report-form.ts';

/** One kind of record in the store, for the data protection officer. A test finds every kind that the code writes. */
export interface Held {
  readonly what: string;
  readonly about: string;
  readonly purpose: string;
  readonly readers: string;
  readonly until: string;
}

const asIncident = 'with its incident';
const nobody = 'nobody: no person is named in it';

export const held: Readonly<Record<string, Held>> = {
  incident: {
    what: 'a report as it was made, its parties, and everything that has happened to it since (below, field by field)',
    about:
      'the person complained of, witnesses, the person it was aimed at, staff who work on it; the reporter, if by name',
    purpose: 'to deal with bullying, harassment and discrimination on social media by the disciplinary process',
    readers:
      'those with a part in it, looked up at every press; never anybody whom it concerns or their managers above them',
    until: 'as the retention rules of the organisation say for its outcome',
  },
  identity: {
    what: 'object id and name of who reported in confidence',
    about: 'the reporter',
    purpose: 'to answer the reporter; to be opened only where a custodian gives a reason',
    readers: 'the identity custodian, with a reason; every opening stands in the history and in the audit trail',
    until: asIncident,
  },
  receipt: {
    what: 'a keyed hash of the receipt code of an anonymous report',
    about: 'nobody: no id, name or conversation of the reporter is stored',
    purpose: 'the only way back to an anonymous report',
    readers: 'the program, to compare',
    until: asIncident,
  },
  evidence: {
    what: 'files that a reporter added, unchanged, with size, type, SHA-256 and time',
    about: 'whoever is on them; the metadata of a picture may name a place or a device',
    purpose: 'to prove or disprove what is reported',
    readers: 'those with a part in the incident; every opening is audited',
    until: asIncident,
  },
  alert: {
    what: 'reference, what is asked, by when, for whom, and what became of sending it',
    about: 'staff who work on incidents; for the reporter it says "reporter" and no id',
    purpose: 'that nobody waits in vain',
    readers: 'the program; undelivered ones are listed for the lead',
    until: asIncident,
  },
  conversation: {
    what: "where a person's chat with the bot is: Teams' ids of chat, person and bot, tenant, service address",
    about: 'every member who has opened a chat with the bot',
    purpose: 'to bring alerts, and answers to what was asked where others read along',
    readers: 'the program',
    until: 'the person removes the app, or the chat is found gone',
  },
  gap: {
    what: 'a question that the policy does not answer, a note that an answer did not help or a finding was wrong; names and numbers masked, the day, no asker',
    about: 'nobody by intent; masking can miss somebody',
    purpose: 'to improve the policy',
    readers: 'the policy owner and information governance',
    until: 'until the policy owner has dealt with it',
  },
  'rule-count': {
    what: 'how often each rule of the draft check fired in a month, over five people at least',
    about: nobody,
    purpose: 'to see what staff need to be told',
    readers: 'information governance',
    until: 'not limited',
  },
  'audit-entry': {
    what: 'who did or read what, when, on which incident; no content',
    about: 'staff who work on incidents; of the reporter "reporter", and no id',
    purpose: 'accountability: to prove who saw what, and that nothing was changed',
    readers: 'those with a part in the incident; whoever runs the verification',
    until: 'longer than its incident: its skeleton proves what was removed',
  },
  'audit-chain': {
    what: "the head of each incident's audit trail",
    about: nobody,
    purpose: 'to find changes to the record',
    readers: 'whoever runs the verification',
    until: 'as the audit trail',
  },
  'audit-latest': {
    what: 'the number of the last signed state of the trail',
    about: nobody,
    purpose: 'to find changes to the record',
    readers: 'whoever runs the verification',
    until: 'as the audit trail',
  },
  'audit-checkpoint': {
    what: 'signed states of the whole trail',
    about: nobody,
    purpose: 'to find changes to the record',
    readers: 'whoever runs the verification',
    until: 'as the audit trail',
  },
  'audit-signer': {
    what: 'the key that signs such states, sealed',
    about: nobody,
    purpose: 'to find changes to the record',
    readers: 'the program',
    until: 'as the audit trail',
  },
};

/** The fields of a report. The compiler asks for each. */
export const reportFields: Readonly<Record<keyof Report, string>> = {
  happened: 'what happened, in the reporter’s words, quoted abuse included; required. May be special category data',
  when: 'roughly when; required',
  safeNow: 'whether the reporter is safe now; required',
  aimedAt: 'whether it was aimed at the reporter, a colleague or somebody else; optional',
  platform: 'where; optional',
  links: 'addresses of posts; optional',
  relation: 'what the person complained of is to the organisation; optional',
  characteristic: 'a protected characteristic, with "prefer not to say"; optional. Special category data',
  wanted: 'what the reporter would like to happen; optional',
  managersTold: 'that the reporter was shown that a case manager may read it',
};

/** What can happen to an incident. The compiler asks for each. */
export const happenings: Readonly<Record<IncidentEvent['kind'], string>> = {
  reported: 'the report, its level, its parties as the directory knows them',
  routed: 'which team took it, which case manager, and why',
  moved: 'a step of the process, who took it, and what it needed (note, reason, severity, outcome)',
  added: 'something the reporter added',
  messaged: 'a message between reporter and caseworker',
  noted: 'a note for those who work on it',
  recused: 'that somebody stepped back, and their reason if they gave one',
  assigned: 'who became case manager',
  'party-named': 'who was meant by a name',
  'evidence-added': 'name, type, size and SHA-256 of a file, and whose it is',
  paused: 'that the clocks were paused, and why',
  resumed: 'that they run again',
  'identity-revealed': 'that a confidential reporter’s name was opened, by whom, and why',
  'clock-raised': 'that a deadline was near or past',
  'check-in-asked': 'that the reporter was asked about retaliation',
  'check-in-answered': 'what they answered',
};
