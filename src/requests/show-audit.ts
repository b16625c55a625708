import { auditTrailCard } from '../cards/audit-trail.ts';
import { clockTime, longDate } from '../cards/clause-view.ts';
import { auditTrail } from '../casework/audit-trail.ts';
import type { Handler } from './context.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';

/** Entries on one card. */
const page = 25;

/** Who did and who read what of an incident, for those with a part in it. */
export const showAudit: Handler<'show-audit'> = async ({ reference, after }, { casework }, { actor }) => {
  const trail = await auditTrail(casework, actor, reference, after, page + 1);
  if (!trail.ok) return sayRefusal(trail.refusal);
  const lines = trail.value.slice(0, page).map(({ number, at, by, words }) => ({
    ...{ number, by, what: words },
    when: `${longDate(at)}, ${clockTime(at)}`,
  }));
  return replaceCard(auditTrailCard(reference, lines, trail.value.length > page));
};
