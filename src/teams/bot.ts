import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { AnswerTurn, Turn } from '../requests/turn.ts';
import type { Figures } from './figures.ts';
import { wordsResponse } from './invoke-response.ts';
import { type Readers, readActivity } from './read-activity.ts';
import type { DownloadAttachment } from './read-attachments.ts';
import { isDialogInvoke } from './read-dialog.ts';
import type { Conversations } from './remember-conversation.ts';
import { requestId } from './request-id.ts';
import type { SendPrivately } from './send-privately.ts';
import { showCard } from './show-card.ts';
import { showDialog } from './show-dialog.ts';
import { traced } from './trace.ts';

export interface BotParts {
  readonly answer: AnswerTurn;
  readonly readers: Readers;
  readonly conversations: Conversations;
  readonly download: DownloadAttachment;
  readonly clock: () => Date;
  readonly logger: Logger;
  readonly figures: Figures;
  readonly sendPrivately: SendPrivately;
  /** In the local run: who the one person at the Playground acts as. */
  readonly resolveActor?: (turn: Turn) => Turn | Promise<Turn>;
}

/** One turn: note where the member is, read what they did, have it answered, show the answer. */
export function createBot(parts: BotParts): (context: TurnContext) => Promise<void> {
  const { answer, readers, conversations, download, clock, resolveActor = (turn) => turn } = parts;
  return async (context) => {
    const { activity } = context;
    if (isRemoval(context)) return conversations.forget(activity.from.aadObjectId?.toLowerCase() ?? '');
    if (!isDialogInvoke(activity)) await conversations.remember(activity);
    const turn = readActivity(activity, clock(), readers, download);
    if (turn === undefined) return refuseInvoke(context);
    await measure(turn, parts, async () => {
      const replies = await answer(await resolveActor(turn));
      if (turn.place.kind === 'dialog') await showDialog(context, replies);
      else await showCard(context, replies, parts.sendPrivately);
    });
  };
}

/** Notes kind, place and time of a turn: of the member and their words nothing. */
async function measure({ request, place }: Turn, { logger, figures }: BotParts, take: () => Promise<void>) {
  const started = performance.now();
  const facts = { request: request.kind, place: place.kind };
  let outcome: 'answered' | 'failed' = 'failed';
  try {
    await traced('turn', facts, take);
    outcome = 'answered';
  } finally {
    const ms = Math.round(performance.now() - started);
    figures.turn(request.kind, outcome, ms);
    logger.info({ ...requestId(), ...facts, outcome, ms }, 'turn');
  }
}

function isRemoval({ activity }: TurnContext): boolean {
  return activity.type === ActivityTypes.InstallationUpdate && activity.action?.startsWith('remove') === true;
}

/** Nobody whom Entra knows pressed: a press has to be answered all the same. */
async function refuseInvoke(context: TurnContext): Promise<void> {
  if (context.activity.type === ActivityTypes.Invoke)
    await context.sendActivity(
      wordsResponse(context.activity, 'Only signed-in members of the organisation can do this.'),
    );
}
