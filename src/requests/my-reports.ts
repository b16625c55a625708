import { longDate } from '../cards/clause-view.ts';
import { myReportsCard } from '../cards/my-reports.ts';
import { myReports as listMine } from '../casework/my-reports.ts';
import type { Handler } from './context.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';

export const myReports: Handler<'my-reports'> = async (_request, context, turn) => {
  const listed = await listMine(context.casework, turn.actor);
  if (!listed.ok) return sayRefusal(listed.refusal);
  return showCard(
    myReportsCard(
      listed.value.map(({ reference, statusLabel, deadlines: [next] }) => ({
        reference,
        status: statusLabel,
        next: next === undefined ? '' : `${next.label}: by ${longDate(next.by)}`,
      })),
    ),
  );
};
