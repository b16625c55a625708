import { messageCasework } from '../casework/change-report.ts';
import type { Handler } from './context.ts';
import { hideOwnId } from './hide-own-id.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

/** What a reporter adds goes to whoever works on the report, as a message they can answer. */
export const addToReport: Handler<'add-to-report'> = async ({ reference, code, text }, context, turn) => {
  const added = await messageCasework(
    context.casework,
    turn.actor,
    reference,
    code === '' ? text : hideOwnId(text, turn.actor.oid),
    {
      code,
    },
  );
  return added.ok
    ? replaceCard(viewReport(added.value, code, viewerOf(context, turn), 'Sent. It is kept with your report.'))
    : sayRefusal(added.refusal);
};
