import { noticeCard } from '../cards/notice.ts';
import {
  messageReporter as message,
  addNote as note,
  pauseClocks as pause,
  resumeClocks as resume,
  recuse as stepBack,
} from '../casework/act-on-incident.ts';
import type { Result } from '../casework/casework.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import { revealIdentity as reveal } from '../casework/reveal-identity.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply } from './turn.ts';
import { viewIncident } from './view-incident.ts';

export const addNote: Handler<'add-note'> = async ({ reference, text }, { casework }, { actor }) =>
  show(await note(casework, actor, reference, text), 'The note is kept. The reporter does not see it.');

export const messageReporter: Handler<'message-reporter'> = async ({ reference, text }, { casework }, { actor }) =>
  show(await message(casework, actor, reference, text), 'Sent to the reporter.');

export const pauseClocks: Handler<'pause-clocks'> = async ({ reference, text }, { casework }, { actor }) =>
  show(await pause(casework, actor, reference, text), 'The clocks are paused.');

export const resumeClocks: Handler<'resume-clocks'> = async ({ reference }, { casework }, { actor }) =>
  show(await resume(casework, actor, reference), 'The clocks run again.');

/** Access ends at once; somebody else is alerted, and no clock starts again (D4). */
export const recuse: Handler<'recuse'> = async ({ reference, text }, { casework }, { actor }) => {
  const gone = await stepBack(casework, actor, reference, text);
  if (!gone.ok) return sayRefusal(gone.refusal);
  return replaceCard(
    noticeCard('You have stepped back', [
      `You can no longer open ${gone.value.reference}. It goes on with somebody else, and its deadlines stay as they were.`,
    ]),
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

function show(done: Result<IncidentView>, notice: string): readonly Reply[] {
  return done.ok ? replaceCard(viewIncident(done.value, notice)) : sayRefusal(done.refusal);
}
