import type { CheckedReport } from '../incidents/check-report.ts';
import { aboutYourself, checkReport } from '../incidents/check-report.ts';
import { englishDay } from '../incidents/clocks.ts';
import type { Incident, IncidentEvent, Reporter } from '../incidents/incident.ts';
import type { ReportDraft } from '../incidents/report-form.ts';
import type { Oid } from '../incidents/roles.ts';
import { DirectoryDown } from '../people/directory.ts';
import { remember } from '../people/remember.ts';
import type { Change } from '../store/store.ts';
import { Conflict } from '../store/store.ts';
import type { Casework, Result, Who } from './casework.ts';
import { done, refused } from './casework.ts';
import { chooseRoute } from './choose-route.ts';
import { commitAudited } from './commit-incident.ts';
import { keepIdentity } from './identity.ts';
import { append, readIncident } from './incident-record.ts';
import type { NamedParties } from './name-parties.ts';
import { nameParties, unnamedParties } from './name-parties.ts';
import type { Receipt } from './receipt.ts';
import { codeRecord, receiptOf } from './receipt.ts';
import { writeAlerts } from './write-alerts.ts';

/**
 * Takes a report: incident, reporter's identity, receipt and alerts in one commit (E2). `nonce` is the unguessable id that
 * the form's card was made with (at least 16 characters): the same nonce from the same person makes one incident however
 * often it comes (C9), and gives the same receipt again. A directory that is down delays the routing, never the report.
 */
export async function fileReport(
  context: Casework,
  who: Who,
  draft: ReportDraft,
  nonce: string,
): Promise<Result<Receipt>> {
  const casework = { ...context, directory: remember(context.directory) };
  if (!casework.tenants.includes(who.tenant)) return refused('not-yours');
  if (nonce.length < 16)
    return refused('bad-inputs', { problems: [{ field: 'nonce', problem: 'Open a fresh form and send it again.' }] });
  const submission = casework.ids.fingerprint('submission', nonce, who.oid);
  for (let tries = 0; ; tries++) {
    const before = await receiptBefore(casework, submission, nonce, who);
    if (before) return done(before);
    const checked = checkReport(draft, englishDay(casework.now().toISOString()), who.oid);
    if (!('report' in checked)) return refused('bad-inputs', { problems: checked });
    const named = await partiesOf(casework, checked, who);
    if (named === 'about-yourself')
      return refused('bad-inputs', { problems: [{ field: 'subjects', problem: aboutYourself }] });
    try {
      return done(await store(casework, who, checked, named, { submission, nonce }));
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 2) throw error;
    }
  }
}

async function receiptBefore(
  casework: Casework,
  submission: string,
  nonce: string,
  who: Who,
): Promise<Receipt | undefined> {
  const record = await casework.store.read('submission', submission);
  if (record === undefined) return undefined;
  const { reference } = record.body as { reference: string };
  const opened = await readIncident(casework, reference);
  return opened && receiptOf(casework, opened.incident, casework.ids.code(nonce, who.oid));
}

async function partiesOf(
  casework: Casework,
  checked: CheckedReport,
  who: Who,
): Promise<NamedParties | 'about-yourself'> {
  try {
    return await nameParties(casework.directory, checked, who.oid);
  } catch (error) {
    if (error instanceof DirectoryDown) return unnamedParties(checked);
    throw error;
  }
}

interface Proof {
  readonly submission: string;
  readonly nonce: string;
}

async function store(
  casework: Casework,
  who: Who,
  checked: CheckedReport,
  named: NamedParties,
  proof: Proof,
): Promise<Receipt> {
  const reference = casework.ids.reference();
  const code = casework.ids.code(proof.nonce, who.oid);
  const apart = identityChanges(reference, checked, who, code);
  const reported: IncidentEvent = {
    ...{ kind: 'reported', at: casework.now().toISOString(), by: 'reporter', reference },
    ...{ reporter: reporterOf(checked, who), report: checked.report, ...named },
  };
  const opened = await routed(casework, reported, who, checked.level === 'anonymous' ? null : who.oid);
  const once = { kind: 'submission', id: proof.submission, status: 'taken', due: null, keys: [], body: { reference } };
  const { change, alerts, events, incident } = opened;
  await commitAudited(casework, change, events, [...alerts, ...apart, { put: once, replaces: 0 }]);
  return receiptOf(casework, incident, code);
}

function reporterOf(checked: CheckedReport, who: Who): Reporter {
  return checked.level === 'named' ? { level: 'named', oid: who.oid, name: who.name } : { level: checked.level };
}

function identityChanges(reference: string, checked: CheckedReport, who: Who, code: string): readonly Change[] {
  if (checked.level === 'anonymous') return [codeRecord(reference, code)];
  return [keepIdentity(reference, { oid: who.oid, name: who.name, level: checked.level })];
}

interface NewIncident {
  readonly incident: Incident;
  readonly events: readonly IncidentEvent[];
  readonly change: Change;
  readonly alerts: readonly Change[];
}

/** The new incident with its route and alerts; without both if the directory is down or everybody is excluded. */
async function routed(
  casework: Casework,
  reported: IncidentEvent,
  who: Who,
  reporter: Oid | null,
): Promise<NewIncident> {
  const { opened, change } = append(casework, { reporter }, [reported]);
  const alone = { ...opened, change, alerts: [] };
  try {
    // Nobody above the reporter is chosen, at the anonymous level either; but only the choice is stored, not why.
    const route = await chooseRoute(casework, { ...opened, reporter: who.oid });
    if (route === null) return alone;
    const both = append(casework, { reporter }, [reported, route]);
    return { ...both.opened, change: both.change, alerts: await writeAlerts(casework, both.opened, [route]) };
  } catch (error) {
    if (error instanceof DirectoryDown) return alone;
    throw error;
  }
}
