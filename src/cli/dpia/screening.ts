/** The ten screening questions of Appendix 2, answered for this bot: what the policy itself answers is another matter. */
export interface Screening {
  readonly short: string;
  readonly answer: 'Yes' | 'No';
  readonly why: string;
}

export const screening: readonly Screening[] = [
  {
    short: 'Processing of personal identifiable data?',
    answer: 'Yes',
    why: 'Reports name people; chats are kept by Teams under members’ names.',
  },
  {
    short: 'Processing of sensitive data?',
    answer: 'Yes',
    why: 'A report may tell of health, sexual orientation, race, religion, and asks (optionally) for a protected characteristic; evidence and quoted abuse may show any of them. Allegations may be of crimes.',
  },
  {
    short: 'Sharing of identifiers unique to an individual?',
    answer: 'No',
    why: 'None is asked for or passed on. The draft check finds such numbers in a draft and never echoes one in full; the report form asks to leave out patient details.',
  },
  {
    short: 'Pseudonymised data, by those who can re-identify it?',
    answer: 'Yes',
    why: 'The name of a confidential reporter is kept apart from the incident; the identity custodian can open it with a reason, on the record.',
  },
  {
    short: 'Access to information that people do not have now?',
    answer: 'Yes',
    why: 'Caseworkers, investigators and decision-makers read reports that would otherwise not be written down.',
  },
  {
    short: 'Information already held, for another purpose?',
    answer: 'Yes',
    why: 'Managers and groups in the directory decide who may read a report and who is left out.',
  },
  {
    short: 'Technology that may be perceived as intruding?',
    answer: 'Yes',
    why: 'A program that reads drafts may be felt to watch staff. It reads only what a member gives it, keeps nothing of it, and reads no channel and no chat of others.',
  },
  {
    short: 'Decisions or actions with a significant impact on individuals?',
    answer: 'Yes',
    why: 'A report may end in disciplinary action. People decide every step; the program decides nothing about a person, proposes at most an urgency, and never says that somebody is guilty.',
  },
  {
    short: 'Additional information about individuals is collected?',
    answer: 'Yes',
    why: 'Reports, evidence, messages about them, where members’ chats with the bot are, and who read what.',
  },
  {
    short: 'Contact in ways that people may not expect?',
    answer: 'Yes',
    why: 'Members get messages in Teams, and by e-mail where Teams does not reach them, about matters of theirs. None names what it is about.',
  },
];
