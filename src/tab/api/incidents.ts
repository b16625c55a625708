import { type AuditLine, auditTrail } from '../../casework/audit-trail.ts';
import { done, type Result } from '../../casework/casework.ts';
import { openEvidence } from '../../casework/evidence.ts';
import { incidentVersion } from '../../casework/incident-version.ts';
import { type IncidentFilter, type IncidentPage, myIncidents } from '../../casework/my-incidents.ts';
import { openIncident } from '../../casework/open-incident.ts';
import { undelivered } from '../../casework/undelivered.ts';
import { englishDay } from '../../incidents/clocks.ts';
import { type Status, statuses } from '../../incidents/incident.ts';
import type { IncidentsOfPage } from '../wire.ts';
import { notSignedIn, ok, refuse, type TabAnswer, type TabRequest, type TabWho } from './answer.ts';
import { incidentOfPage } from './incident-of-page.ts';
import type { TabParts } from './parts.ts';

/** A page of the list: what of it changes is what its watcher is told of. */
export async function listIncidents({ query, who }: TabRequest, parts: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const { casework } = parts;
  const page = await myIncidents(casework, who, filterOf(query, parts));
  if (!page.ok) return refuse(page.refusal);
  const labels = statuses.map((value) => ({ value, label: casework.process.statuses[value].label }));
  return ok({ ...page.value, statuses: labels, seen: markOf(page.value, parts) } satisfies IncidentsOfPage);
}

/** Alerts of one's incidents that no channel could deliver. */
export async function listUndelivered({ who }: TabRequest, { casework }: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  return send(await undelivered(casework, who));
}

export async function showIncident({ path, who }: TabRequest, { casework }: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const opened = await openIncident(casework, who, path[1] ?? '');
  return opened.ok ? ok(incidentOfPage(opened.value)) : refuse(opened.refusal);
}

/** For a page that shows an incident already: whether it is still as it was. */
export async function showVersion({ path, who }: TabRequest, { casework }: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  return send(await incidentVersion(casework, who, path[1] ?? ''));
}

export async function showAudit({ path, query, who }: TabRequest, { casework }: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const after = Number(query.after);
  const lines: Result<readonly AuditLine[]> = await auditTrail(
    casework,
    who,
    path[1] ?? '',
    Number.isSafeInteger(after) && after > 0 ? after : 0,
  );
  return send(lines);
}

/** The bytes of one piece of evidence, under the type that they have themselves. */
export async function showEvidence({ path, who }: TabRequest, { casework }: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const opened = await openEvidence(casework, who, path[1] ?? '', path[3] ?? '');
  if (!opened.ok) return refuse(opened.refusal);
  const { type, name, bytes } = opened.value;
  return { kind: 'file', type, name, bytes };
}

/**
 * Pings while what somebody looks at changes: one incident, or a page of the list. For an incident that is not there, or
 * that they must not know of, the answer is the same as to opening it. `seen` is what the page has: its version, or the
 * list's own mark.
 */
export async function watchIncidents({ query, who }: TabRequest, parts: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const { reference } = query;
  const look = () => (reference === undefined ? listMark(query, who, parts) : versionMark(reference, who, parts));
  const first = await look();
  if (!first.ok) return refuse(first.refusal);
  const text = async () => {
    const mark = await look();
    return mark.ok ? mark.value : mark.refusal.kind;
  };
  return { kind: 'stream', start: (ping, ended) => parts.live.watch(text, query.seen ?? first.value, ping, ended) };
}

async function listMark(query: TabRequest['query'], who: TabWho, parts: TabParts): Promise<Result<string>> {
  const page = await myIncidents(parts.casework, who, filterOf(query, parts));
  return page.ok ? done(markOf(page.value, parts)) : page;
}

async function versionMark(reference: string, who: TabWho, { casework }: TabParts): Promise<Result<string>> {
  const version = await incidentVersion(casework, who, reference);
  return version.ok ? done(String(version.value)) : version;
}

/** Another list has another mark; nothing can be read from it. */
function markOf(page: IncidentPage, { casework }: TabParts): string {
  return casework.ids.fingerprint(JSON.stringify(page));
}

function send(result: Result<unknown>): TabAnswer {
  return result.ok ? ok(result.value) : refuse(result.refusal);
}

/** Rows on one page. */
const pageSize = 20;

function filterOf(query: TabRequest['query'], { now }: TabParts): IncidentFilter {
  const status = statuses.find((one): one is Status => one === query.status);
  const day = (ahead: number) =>
    `${englishDay(new Date(now().getTime() + ahead * 86_400_000).toISOString())}T23:59:59Z`;
  const dueBy = { today: day(0), week: day(7) }[query.due ?? ''];
  const after = query.afterId ? { after: { due: query.afterDue || null, id: query.afterId.slice(0, 60) } } : {};
  return {
    whose: query.whose === 'team' ? 'team' : 'mine',
    phase: query.phase === 'ended' ? 'ended' : 'open',
    ...(status && { status }),
    ...(dueBy && { dueBy }),
    ...after,
    limit: pageSize,
  };
}
