import { crisisCard } from '../cards/crisis.ts';
import { jobsCard } from '../cards/jobs.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Context, Handler } from './context.ts';
import { say, showCard } from './reply.ts';
import type { Turn } from './turn.ts';

export const welcome: Handler<'welcome'> = (_request, context, turn) =>
  readAlong(turn) ? greetGroup(turn) : showCard(jobs('Hello, I am “Can I Post?”', context));

export const help: Handler<'help'> = (_request, context, turn) =>
  readAlong(turn) ? say('What I can do here', hereICan) : showCard(jobs('What I can do', context));

const readAlong = ({ place }: Turn): boolean => place.kind === 'group' || place.kind === 'channel';

const hereICan = [
  'Mention me with a question about the social media policy, for example: Can I say where I work on Instagram? I quote the policy word for word.',
  'I check drafts and take reports in a chat with me alone, never here. I read only the messages that mention me.',
];

/** One greeting for everybody, in the conversation that the bot was added to; nobody is written to besides. */
function greetGroup({ actor }: Turn) {
  const by = actor.name === '' ? [] : [`${actor.name} added me to this conversation.`];
  return say('Hello, I am “Can I Post?”', [...by, ...hereICan], [{ title: 'What can you do?', verb: 'help' }]);
}

function jobs(headline: string, { switches, personas }: Context) {
  const off = [
    ...(switches.answers ? [] : ['Policy answers are turned off.']),
    ...(switches.draftCheck ? [] : ['The draft check is turned off.']),
    ...(switches.reporting ? [] : ['Reporting is turned off; the report button shows whom to contact.']),
  ];
  return jobsCard(headline, {
    offHours: off.join(' '),
    extra: personas === null ? [] : [{ title: 'Act as somebody else', verb: 'open-act-as' }],
  });
}

const buttons = [
  { title: 'What can you do?', verb: 'help' },
  { title: 'Check a draft', verb: 'open-check-form' },
];

export const smallTalk: Handler<'small-talk'> = () =>
  say('Always happy to help with a post.', ['Ask me about the social media policy, or paste a draft.'], buttons);

export const nothingSaid: Handler<'nothing-said'> = () =>
  say('I could not read any words in that', ['Type a question, or paste a draft behind “Can I post this?”.'], buttons);

export const tooLong: Handler<'too-long'> = ({ length }) =>
  say(
    'That is too long for me to read at once',
    [
      `It has ${length.toLocaleString('en-GB')} characters. Nothing was stored. To check a long draft, paste it in parts.`,
    ],
    buttons,
  );

export const crisis: Handler<'crisis'> = (_request, context) =>
  showCard(crisisCard(context.organisation.support.crisis));

export const subjectAccess: Handler<'subject-access'> = (_request, context) => [
  {
    kind: 'card',
    card: noticeCard(
      'Asking what is held about you',
      [
        'You have the right to ask for a copy of the personal data that the organisation holds about you. The people below deal with such requests; you need not give a reason.',
        'I keep no drafts and no record of who asked a question. Reports and what follows from them are kept as the retention rules say.',
      ],
      { contacts: [context.organisation.support.informationGovernance] },
    ),
  },
];

export const unreadable: Handler<'unreadable'> = ({ why, detail }) =>
  say(
    why === 'unknown-verb' ? 'I do not know that button' : 'I could not read that card',
    [
      why === 'unknown-verb'
        ? 'It may come from an older version of me. Nothing was done.'
        : `Something on it was missing or too long${detail === '' ? '' : ` (${detail.slice(0, 40)})`}. Nothing was done and nothing was stored.`,
      'Ask me for a fresh card.',
    ],
    buttons,
  );
