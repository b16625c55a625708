import type { IncidentEvent } from '../incidents/incident.ts';
import { auditChanges } from '../store/audit.ts';
import type { Change } from '../store/store.ts';
import { Conflict } from '../store/store.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import { append } from './incident-record.ts';
import { writeAlerts } from './write-alerts.ts';

/** How often a commit is tried anew because somebody read the same incident meanwhile, which moves its audit chain. */
const attempts = 20;

/**
 * Stores events, their alerts and their audit entries in one commit, with `more` changes of the caller's. Throws
 * `Conflict` if the incident itself has changed since it was opened, or one of `more` has; the caller decides again.
 */
export async function commitIncident(
  casework: Casework,
  opened: Opened | { readonly reporter: string | null },
  events: readonly IncidentEvent[],
  more: readonly Change[] = [],
): Promise<Opened> {
  const after = append(casework, opened, events);
  await commitAudited(casework, after.change, events, [
    ...(await writeAlerts(casework, after.opened, events)),
    ...more,
  ]);
  return after.opened;
}

/** The commit alone: an incident's change with what belongs to it. */
export async function commitAudited(
  casework: Casework,
  change: Change,
  events: readonly IncidentEvent[],
  more: readonly Change[],
): Promise<void> {
  const id = 'put' in change ? change.put.id : change.remove.id;
  const record = { kind: 'incident', id };
  const at = casework.now().toISOString();
  for (let left = attempts; ; left--) {
    const what = events.length === 0 ? 'incident.rescheduled' : `incident.${events.map(nameOf).join('+')}`;
    const entries = [{ record, who: events[0]?.by ?? 'clock', what, at, change }];
    try {
      const audit = await auditChanges(casework.store, entries, left === attempts && change.replaces === 0);
      return await casework.store.commit([change, ...more, ...audit]);
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0 || (await isChanged(casework, [change, ...more]))) throw error;
    }
  }
}

async function isChanged(casework: Casework, changes: readonly Change[]): Promise<boolean> {
  for (const change of changes) {
    const { kind, id } = 'put' in change ? change.put : change.remove;
    if (((await casework.store.read(kind, id))?.version ?? 0) !== change.replaces) return true;
  }
  return false;
}

function nameOf(event: IncidentEvent): string {
  return event.kind === 'moved' ? event.move : event.kind;
}
