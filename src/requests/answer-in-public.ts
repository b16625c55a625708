import { crisisCard } from '../cards/crisis.ts';
import type { CardName } from '../cards/fill.ts';
import { noticeCard } from '../cards/notice.ts';
import type { Context } from './context.ts';
import { showCard } from './reply.ts';
import type { RequestKind } from './request.ts';
import type { AnswerTurn, PrivateReply, Reply, Turn } from './turn.ts';

/** What may be said where others read along: the policy, and how to use the bot. */
const publicKinds: ReadonlySet<RequestKind> = new Set([
  'welcome',
  'help',
  'small-talk',
  'out-of-scope',
  'nothing-said',
  'unreadable',
  'ask-policy',
  'show-section',
]);

const publicCards: ReadonlySet<CardName> = new Set(['notice', 'jobs', 'policy-answer', 'policy-silent', 'section']);

/** What only shows something: it is answered in the member's own chat. What changes something has to be done there. */
const shownInPrivate: ReadonlySet<RequestKind> = new Set([
  'crisis',
  'too-long',
  'subject-access',
  'open-answer-feedback',
  'open-check-form',
  'check-draft',
  'open-profile-form',
  'check-profile',
  'open-finding-feedback',
  'open-report',
  'open-report-form',
  'ask-advice',
  'find-reference',
  'my-reports',
  'report-status',
  'my-incidents',
  'open-incident',
]);

/**
 * Answers in a group chat or a channel. Words of danger bring help in the member's own chat, with words in the group that
 * could stand for anything; only where that chat cannot be reached is help shown where it was asked for.
 */
export async function answerInPublic(
  turn: Turn,
  danger: boolean,
  context: Context,
  handle: AnswerTurn,
): Promise<readonly Reply[]> {
  const help = crisisCard(context.organisation.support.crisis);
  const first: readonly Reply[] = danger ? [privately(help, help)] : [];
  const asked = withoutFiles(turn);
  const { kind } = asked.request;
  if (kind === 'crisis') return [privately(help, help)];
  if (publicKinds.has(kind)) return [...first, ...(await handle(asked)).map(onlyPublicCards)];
  if (!shownInPrivate.has(kind)) return [...first, ...showCard(notHere())];
  const own = await handle({ ...asked, place: { ...asked.place, kind: 'personal' } });
  return [...first, ...own.map((reply) => (reply.kind === 'toast' ? reply : privately(reply.card, notHere())))];
}

/** A question about the policy may lead to the words before a report: those go to the member's own chat as well. */
function onlyPublicCards(reply: Reply): Reply {
  return reply.kind === 'toast' || publicCards.has(reply.card.name) ? reply : privately(reply.card, notHere());
}

/** Files are taken in the member's own chat only; what was said beside them is answered. */
function withoutFiles(turn: Turn): Turn {
  const { request } = turn;
  if (request.kind !== 'take-files' || request.meant.kind === 'nothing-said') return turn;
  return { ...turn, request: request.meant };
}

const why = 'Others read along here, so I answer only policy questions in this conversation.';

const notHere = () =>
  noticeCard('Let us do that in private', [
    why,
    'Open a chat with me alone to check a draft, or for anything of your own. If you cannot find me, add the app first.',
  ]);

const writtenToYou = () => noticeCard('Let us do that in private', [why, 'I have written to you in our own chat.']);

const privately = (card: PrivateReply['card'], unsent: PrivateReply['card']): PrivateReply => ({
  ...{ kind: 'private', card, sent: writtenToYou(), unsent },
});
