import { longDate } from '../cards/clause-view.ts';
import { reportFormCard } from '../cards/report-form.ts';
import { reportReceiptCard } from '../cards/report-receipt.ts';
import type { TitledText } from '../cards/titled-text.ts';
import { fileReport as file } from '../casework/file-report.ts';
import type { Receipt } from '../casework/receipt.ts';
import { levels, type NamedPerson, type ReportDraft } from '../incidents/report-form.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Context, Handler } from './context.ts';
import { openReport, reportingOff } from './open-report.ts';
import { replaceCard, showCard } from './reply.ts';
import { toReport } from './request.ts';
import { sayRefusal } from './say-refusal.ts';

/** Stores a report and gives its receipt; with something missing, gives the form back with every word still in it. */
export const fileReport: Handler<'file-report'> = async (request, context, turn) => {
  if (!context.switches.reporting) return showCard(reportingOff(context));
  const { kind: _kind, nonce, subjects, witnesses, author, authorName, ...fields } = request;
  const draft: ReportDraft = {
    ...fields,
    subjects: namesIn(subjects).map((named) =>
      named.name === authorName && author ? { ...named, oid: author } : named,
    ),
    witnesses: namesIn(witnesses),
    managersTold: true,
  };
  const filed = await file(context.casework, turn.actor, draft, nonce);
  if (filed.ok)
    return replaceCard(
      reportReceiptCard({ ...filed.value, facts: receiptFacts(filed.value, request.safeNow, context) }),
    );
  if (filed.refusal.kind !== 'bad-inputs') return sayRefusal(filed.refusal);
  const level = levels.find((known) => known === request.level);
  if (level === undefined) return openReport(toReport(request.happened), context, turn);
  const stale = filed.refusal.problems.some(({ field }) => field === 'nonce');
  const { level: _level, ...typed } = fields;
  return replaceCard(
    reportFormCard(
      level,
      stale ? context.newId() : nonce,
      { ...typed, subjects, witnesses, author, authorName },
      filed.refusal.problems,
    ),
  );
};

/** Names as typed, one a line or parted by commas. */
function namesIn(text: string): readonly NamedPerson[] {
  return text
    .split(/[\n,;]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, oid: null }));
}

function receiptFacts(receipt: Receipt, safeNow: string, { organisation }: Context): readonly TitledText[] {
  const first = receipt.deadlines[0];
  return [
    ...(receipt.differs
      ? [
          {
            title: 'Sent before',
            text: 'You sent this form before, and that report counts. What you sent now is not stored: add it to your report.',
          },
        ]
      : []),
    ...(receipt.readers.length > 0 ? [{ title: 'Who reads it', text: receipt.readers.join(', ') }] : []),
    ...(receipt.routed
      ? []
      : [{ title: 'Who reads it', text: 'It waits to be passed to somebody who is not involved. Nothing is lost.' }]),
    ...(first === undefined
      ? []
      : [
          {
            title: 'What happens next',
            text: `${first.label}, by ${longDate(first.by)} at the latest (${first.source})`,
          },
        ]),
    ...(safeNow === 'yes' ? [] : [{ title: 'If you do not feel safe', text: nearestHelp(organisation) }]),
    { title: 'Outside this bot', text: receipt.outside.map(({ name, contact }) => `${name}: ${contact}`).join('; ') },
  ];
}

/** The first lines of the crisis card, in one sentence. */
function nearestHelp({ support }: Organisation): string {
  return support.crisis.lines
    .slice(0, 2)
    .map(({ title, reach, when }) => `${title} ${reach} (${when.toLowerCase()})`)
    .join('; ');
}
