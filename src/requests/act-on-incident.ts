import { noticeCard } from '../cards/notice.ts';
import {
  messageReporter as message,
  addNote as note,
  pauseClocks as pause,
  resumeClocks as resume,
  recuse as stepBack,
} from '../casework/act-on-incident.ts';
import type { Casework, Result, Who } from '../casework/casework.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import { revealIdentity as reveal } from '../casework/reveal-identity.ts';
import type { Context, Handler } from './context.ts';
import { keepTyped } from './keep-typed.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply, Turn } from './turn.ts';
import { viewIncident } from './view-incident.ts';
import { viewerOf } from './viewer.ts';

export const addNote: Handler<'add-note'> = (request, context, turn) =>
  act(note, request, 'The note is kept. The reporter does not see it.', context, turn);

export const messageReporter: Handler<'message-reporter'> = (request, context, turn) =>
  act(message, request, 'Sent to the reporter.', context, turn);

export const pauseClocks: Handler<'pause-clocks'> = (request, context, turn) =>
  act(pause, request, 'The clocks are paused.', context, turn);

export const resumeClocks: Handler<'resume-clocks'> = async ({ reference }, context, turn) => {
  const done = await resume(context.casework, turn.actor, reference);
  if (!done.ok) return sayRefusal(done.refusal);
  return replaceCard(viewIncident(done.value, viewerOf(context, turn), 'The clocks run again.'));
};

/** Access ends at once; somebody else is alerted, and no clock starts again (D4). */
export const recuse: Handler<'recuse'> = async ({ reference, text }, context, { actor }) => {
  const gone = await stepBack(context.casework, actor, reference, text);
  if (!gone.ok) return sayRefusal(gone.refusal);
  context.onMoved(gone.value.reference);
  return replaceCard(
    noticeCard(
      'You have stepped back',
      [
        `You can no longer open ${gone.value.reference}. It goes on with somebody else, and its deadlines stay as they were.`,
      ],
      { buttons: [{ title: 'My incidents', verb: 'my-incidents' }] },
    ),
  );
};

/** The identity custodian opens who reported in confidence; reason and reader stay in the history (C4). */
export const revealIdentity: Handler<'reveal-identity'> = async ({ reference, reason }, { casework }, { actor }) => {
  const revealed = await reveal(casework, actor, reference, reason);
  if (!revealed.ok) return sayRefusal(revealed.refusal);
  return replaceCard(
    noticeCard(`Who reported ${revealed.value.reference}`, [
      revealed.value.name,
      'Your reason is recorded in the incident.',
    ]),
  );
};

type Act = (casework: Casework, who: Who, reference: string, text: string) => Promise<Result<IncidentView>>;
type ActRequest = { readonly kind: string; readonly reference: string; readonly text: string };

async function act(
  doIt: Act,
  { kind, reference, text }: ActRequest,
  notice: string,
  context: Context,
  turn: Turn,
): Promise<readonly Reply[]> {
  const done = await doIt(context.casework, turn.actor, reference, text);
  if (!done.ok) return keepTyped({ reference, opens: kind, typed: { text } }, done.refusal, context, turn);
  return replaceCard(viewIncident(done.value, viewerOf(context, turn), notice));
}
