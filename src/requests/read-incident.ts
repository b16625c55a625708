import { readingCard } from '../cards/reading.ts';
import { refreshIncident } from '../casework/open-incident.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import { reportOf, whenOf } from './view-incident.ts';

/** The whole report or the whole history of an incident, a card at a time; each card is an audited read. */
export const readIncident: Handler<'read-incident'> = async ({ reference, part, from }, { casework }, { actor }) => {
  const seen = await refreshIncident(casework, actor, reference);
  if (!seen.ok) return sayRefusal(seen.refusal);
  const incident = seen.value;
  const passages =
    part === 'report'
      ? reportOf(incident)
      : incident.history.map((line) => ({ title: `${whenOf(line)}: ${line.by} ${line.what}`, text: line.text ?? '' }));
  const headline = part === 'report' ? `The report ${incident.reference}` : `The history of ${incident.reference}`;
  return replaceCard(readingCard({ headline, reference: incident.reference, part, passages }, from));
};
