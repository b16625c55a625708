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
import type { Opened } from './incident-record.ts';
import { append, readIncident } from './incident-record.ts';
import type { NamedParties } from './name-parties.ts';
import { nameParties, unnamedParties } from './name-parties.ts';
import type { Receipt } from './receipt.ts';
import { codeRecord, receiptOf } from './receipt.ts';
import { saysTheSame } from './says-the-same.ts';
import { writeAlerts } from './write-alerts.ts';

/**
 * Takes a report: incident, reporter's identity, receipt and alerts in one commit (E2). `nonce` is the unguessable id that
 * the form's card was made with (at least 16 characters): the same nonce from the same person makes one incident however
 * often it comes (C9), and gives the same receipt again; with other answers it changes nothing, and the receipt says so. A directory that is down delays the routing, never the report.
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
  const form = { submission: casework.ids.fingerprint('submission', nonce, who.oid), nonce };
  for (let tries = 0; ; tries++) {
    const { reference, before } = await referenceFor(casework, form, who);
    const checked = checkReport(draft, englishDay(casework.now().toISOString()), who.oid);
    if (before) {
      const code = casework.ids.code(nonce, who.oid);
      return done(receiptOf(casework, before.incident, code, !('report' in checked) || !saysTheSame(before, checked)));
    }
    if (!('report' in checked)) return refused('bad-inputs', { problems: checked });
    const named = await partiesOf(casework, checked, who);
    if (named === 'about-yourself')
      return refused('bad-inputs', { problems: [{ field: 'subjects', problem: aboutYourself }] });
    try {
      return done(await store(casework, who, checked, named, { ...form, reference }));
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 2) throw error;
    }
  }
}

interface Form {
  readonly nonce: string;
  /** Tells this form, sent by this person, from every other; neither can be had back from it. */
  readonly submission: string;
}

/**
 * The reference that a form leads to, every time it is sent, and the incident if it was sent before. A reference that another
 * form has by chance is passed over.
 */
async function referenceFor(
  casework: Casework,
  { nonce, submission }: Form,
  who: Who,
): Promise<{ readonly reference: string; readonly before: Opened | undefined }> {
  for (let turn = 0; ; turn++) {
    const reference = casework.ids.reference(nonce, who.oid, String(turn));
    const before = await readIncident(casework, reference);
    const [first] = before?.events ?? [];
    if (first === undefined || (first.kind === 'reported' && first.submission === submission))
      return { reference, before };
  }
}

async function partiesOf(
  casework: Casework,
  checked: CheckedReport,
  who: Who,
): Promise<NamedParties | 'about-yourself'> {
  try {
    return await nameParties(casework, checked, who.oid);
  } catch (error) {
    if (error instanceof DirectoryDown) return unnamedParties(checked);
    throw error;
  }
}

async function store(
  casework: Casework,
  who: Who,
  checked: CheckedReport,
  named: NamedParties,
  { nonce, submission, reference }: Form & { readonly reference: string },
): Promise<Receipt> {
  const code = casework.ids.code(nonce, who.oid);
  const reported: IncidentEvent = {
    ...{ kind: 'reported', at: casework.now().toISOString(), by: 'reporter', reference, submission },
    ...{ reporter: reporterOf(checked, who), report: checked.report, ...named },
  };
  const opened = await routed(casework, reported, who, checked.level === 'anonymous' ? null : who.oid);
  const { change, alerts, events, incident } = opened;
  await commitAudited(casework, change, events, [...alerts, ...keptApart(reference, checked, who, code)]);
  return receiptOf(casework, incident, code);
}

function reporterOf(checked: CheckedReport, who: Who): Reporter {
  return checked.level === 'named' ? { level: 'named', oid: who.oid, name: who.name } : { level: checked.level };
}

/** What is stored beside the incident: whose it is at the confidential level, the code at the anonymous one. */
function keptApart(reference: string, { level }: CheckedReport, who: Who, code: string): readonly Change[] {
  if (level === 'anonymous') return [codeRecord(reference, code)];
  return level === 'confidential' ? [keepIdentity(reference, { oid: who.oid, name: who.name })] : [];
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
