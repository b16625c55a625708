import { alertCard } from './cards/alert.ts';
import type { Casework } from './casework/casework.ts';
import { sentCards } from './casework/sent-cards.ts';
import type { TeamsServer } from './teams/server.ts';

/**
 * Replaces the alerts of an incident that has moved by one that says so, in every chat where they stand. Best effort: an
 * old card's buttons are refused with a fresh card anyhow.
 */
export async function refreshAlerts(
  casework: Casework,
  server: Pick<TeamsServer, 'replaceAlert' | 'replaceInChannel'>,
  reference: string,
  nameOf: (oid: string) => string,
): Promise<void> {
  for (const { oid, messageId, notice } of await sentCards(casework, reference)) {
    const moved = { ...notice, ask: 'This has moved on. Open it to see how it stands.', by: null };
    const done =
      oid === null
        ? server.replaceInChannel(reference, messageId, alertCard(moved))
        : server.replaceAlert(oid, messageId, alertCard(moved, nameOf(oid)));
    await done.catch(() => undefined);
  }
}
