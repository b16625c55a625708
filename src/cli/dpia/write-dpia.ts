import { asks } from '../../alerts/asks.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { happenings, held, reportFields } from './held.ts';
import { risks } from './risks.ts';
import { screening } from './screening.ts';

/** The data protection impact assessment as far as the code and `policy/` can tell it, as Markdown. Same input, same text. */
export function writeDpia(organisation: Organisation): string {
  return [
    '# Data protection impact assessment: what the program holds, shows and sends',
    'Written by `npm run cli -- dpia` from the code and from `policy/`; do not edit it. It is the part that a program can know. Lawful basis, consultation and the decision to go ahead are at the end, for people to fill in.',
    ...screeningPart(organisation),
    ...heldPart(),
    ...notHeldPart,
    ...readersPart(organisation),
    ...flowsPart,
    ...timesPart(organisation),
    ...rightsPart(organisation),
    '## 8. Risks to people, and what stands against them',
    table(
      ['risk', 'measure', 'held by'],
      risks.map(({ risk, measure, held: by }) => [risk, measure, by]),
    ),
    ...openPart,
  ]
    .join('\n\n')
    .concat('\n');
}

function screeningPart({ document }: Organisation): readonly string[] {
  const asked = document.clauses.filter(({ id }) => /^appendix2\.q\d+$/.test(id)).length;
  const source = asked === screening.length ? ' The numbers are those of Appendix 2 of the policy.' : '';
  return [
    '## 1. Screening',
    `One "Yes" asks for a full assessment.${source} The answers are about this bot; the policy's own form answers for the policy.`,
    table(
      ['', 'question', 'answer', 'why'],
      screening.map(({ short, answer, why }, index) => [`${index + 1}`, short, `**${answer}**`, why]),
    ),
  ];
}

function heldPart(): readonly string[] {
  return [
    '## 2. What is stored',
    'Bodies are sealed (AES-256-GCM); in clear stand kind, id, version, status and due time. Look-up keys are keyed hashes.',
    table(
      ['record', 'what', 'about whom', 'why', 'who reads it', 'until'],
      Object.entries(held).map(([kind, one]) => [
        `\`${kind}\``,
        one.what,
        one.about,
        one.purpose,
        one.readers,
        one.until,
      ]),
    ),
    '### A report, field by field',
    table(
      ['field', 'what'],
      Object.entries(reportFields).map(([field, what]) => [`\`${field}\``, what]),
    ),
    'Its parties: for each person named, the name as typed, the part they have, their object id where the directory is sure, or the ids of all whom the name may mean.',
    '### What can happen to it',
    table(
      ['event', 'what is stored, with time and who did it'],
      Object.entries(happenings).map(([kind, what]) => [`\`${kind}\``, what]),
    ),
  ];
}

const notHeldPart = [
  '## 3. What is not stored',
  [
    '- drafts and profiles that are checked, and what was found in them',
    '- questions that were answered, and who asked any question',
    '- words typed into the search box, and messages chosen for "Check this post"',
    '- that somebody asked for advice or was shown the card for a crisis',
    '- anything of an anonymous reporter',
    '- words, names or ids in logs and figures: these have kinds, times and places in the code',
    '- in memory only: which rules fired for up to five people (as fingerprints that are thrown away with the count); and for ten minutes the last question of a conversation, so that "and for managers?" can follow on',
  ].join('\n'),
  'Teams itself keeps what is written to the bot and what it answers, by the organisation’s own retention; cards say so.',
];

function readersPart({ routing, process }: Organisation): readonly string[] {
  const teams = Object.values(routing.teams).map(({ label, group }) => [label, `\`${group}\``]);
  const groups = Object.entries(routing.groups).map(([role, group]) => [role.replaceAll('-', ' '), `\`${group}\``]);
  const moves = process.moves.length;
  return [
    '## 4. Who can read it',
    `A person has a role on one incident, never at large, and none on an incident that concerns them. ${moves} moves of \`policy/process.yaml\` say what each role may do.`,
    table(['role or team', 'group of the directory'], [...teams, ...groups]),
    '### Who is told what',
    'Whoever of these is concerned by the incident is left out. Each alert is a reference, the words below, and a date.',
    table(
      ['when', 'who', 'the words'],
      Object.entries(asks).map(([when, { to, ask }]) => [when.replaceAll('-', ' '), [to].flat().join(', '), ask]),
    ),
  ];
}

const flowsPart = [
  '## 5. Where it goes',
  table(
    ['from', 'to', 'what', 'how'],
    [
      [
        'members',
        'Microsoft Teams and the Bot Connector',
        'everything written to the bot and answered by it',
        'TLS; Microsoft as processor, as for every chat',
      ],
      [
        'Bot Connector',
        'the program',
        'the same, with object id, name and tenant of the member',
        'TLS; tokens of the Bot Connector only, named tenants only',
      ],
      ['the program', 'its database', 'the records of section 2', 'TLS, sealed before they leave the program'],
      [
        'the program',
        'Microsoft Graph',
        'object ids, and names as typed into a report, to ask who they are',
        'TLS; two permissions to read (docs/permissions.md)',
      ],
      [
        'Microsoft Graph',
        'the program',
        'name, e-mail, job title, kind of employment, managers, members of the groups above',
        'held in memory for the turn',
      ],
      [
        'the program',
        'Microsoft Graph, if the activity feed is switched on',
        'alerts that the person’s own chat did not take: object id, reference, ask, date',
        'TLS; one permission more (docs/permissions.md)',
      ],
      [
        'the program',
        'the caseworkers’ channel in Teams, if one is set, and only where every member of it has a part in the incident',
        'alerts that the person’s own chat did not take: reference, ask, date',
        'as every message',
      ],
      [
        'the program',
        'the organisation’s mail server, if one is set',
        'alerts that Teams could not bring: reference, ask, date',
        'TLS',
      ],
      ['the program', 'the platform’s log', 'kinds, times, places in the code, error names', 'no personal data'],
      [
        'members',
        'the tab',
        'the policy; incidents for those with a part; figures, small ones suppressed',
        'TLS, single sign-on, no cookies',
      ],
    ],
  ),
  'Nothing else leaves: no language model, no analytics, no other service. Nothing is learned from what members write.',
];

function timesPart({ support, process }: Organisation): readonly string[] {
  const kept = support.beforeYouReport.find(({ title }) => /kept/i.test(title))?.text;
  const ends = Object.entries(process.statuses)
    .filter(([, { ends: over }]) => over)
    .map(([status]) => status.replaceAll('-', ' '));
  return [
    '## 6. How long',
    `Reporters are told: “${kept ?? 'nothing'}” An incident has ended when it is ${ends.join(', ')}; withdrawing a report deletes nothing. The times of the records schedule are the organisation’s to set.`,
  ];
}

function rightsPart({ support }: Organisation): readonly string[] {
  const { name, reach } = support.informationGovernance;
  return [
    '## 7. Rights of the people concerned',
    table(
      ['right', 'how'],
      [
        [
          'to be informed',
          'before a report is written a card says who reads it, who does not, what follows, how long it is kept, and where the privacy notice is',
        ],
        [
          'access',
          `“what data do you hold on me?” leads to ${name} (${reach}); an export for one person has others redacted and doubtful passages marked for a human`,
        ],
        [
          'rectification',
          'reporters add to a report; caseworkers note and settle who is meant; nothing is overwritten',
        ],
        [
          'erasure',
          'by the retention rules, with a hold where a case needs it; removing the app removes where the chat is',
        ],
        [
          'restriction, objection',
          'clocks can be paused with a reason; otherwise to be decided by the data protection officer for each case',
        ],
        ['no decision by a machine alone', 'there is none'],
      ],
    ),
  ];
}

const openPart = [
  '## 9. For people to fill in',
  [
    '- Lawful basis (Article 6; proposed: public task or legal obligation as an employer) and condition for special category data (Article 9; proposed: employment, with an appropriate policy document), and for allegations of crimes (Article 10): ……',
    '- Necessity and proportionality: why not by e-mail or telephone alone: ……',
    '- Who was consulted (staff side, HR, Freedom to Speak Up Guardian, Caldicott Guardian): ……',
    '- Records schedule for each outcome: ……',
    '- Processor agreements (Microsoft): ……',
    '- Risks that remain, and who accepts them: ……',
    '- Advice of the data protection officer, date, signature: ……',
  ].join('\n'),
];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
