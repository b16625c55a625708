import { setImmediate as othersTurn } from 'node:timers/promises';
import { englishDay } from '../incidents/clocks.ts';
import type { Status } from '../incidents/incident.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import { listAll } from '../store/list-all.ts';
import { exclusion } from './access.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { openRecord } from './incident-record.ts';
import { standing } from './standing.ts';

/** How many incidents were reported in a month (England's calendar, "2026-11") and have this status now. */
export interface IncidentFigure {
  readonly month: string;
  readonly status: Status;
  readonly count: number;
}

/** After so many, whoever else uses the program gets their turn. */
const atOnce = 50;

/**
 * Incidents by month and status, for an information governance officer (F4). Those that the officer must not know of are in
 * no count (D3). These are plain counts: whoever shows them suppresses the small ones.
 */
export async function incidentFigures(context: Casework, who: Who): Promise<Result<readonly IncidentFigure[]>> {
  const casework = { ...context, directory: remember(context.directory) };
  const stands = await standing(casework, who);
  if (!stands.ok) return stands;
  if (!stands.value.informationGovernance) return refused('not-yours');
  try {
    return done(await count(casework, who));
  } catch (error) {
    if (error instanceof DirectoryDown) return refused('directory-down');
    throw error;
  }
}

async function count(casework: Casework, who: Who): Promise<readonly IncidentFigure[]> {
  const figures = new Map<string, IncidentFigure>();
  const counted = new Set<string>();
  for await (const record of listAll(casework.store, { kind: 'incident' })) {
    // An incident whose due time moves while it is counted would come twice; a damaged one is told of by other means.
    if (record instanceof Error || counted.has(record.id)) continue;
    counted.add(record.id);
    if (counted.size % atOnce === 0) await othersTurn();
    const opened = await openRecord(casework, record);
    if (await (await exclusion(casework, opened))(who.oid)) continue;
    const { reportedAt, status } = opened.incident;
    const month = englishDay(reportedAt).slice(0, 7);
    const count = (figures.get(`${month} ${status}`)?.count ?? 0) + 1;
    figures.set(`${month} ${status}`, { month, status, count });
  }
  return [...figures.values()];
}
