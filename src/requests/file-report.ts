import { longDate } from '../cards/clause-view.ts';
import { reportFormCard } from '../cards/report-form.ts';
import { reportReceiptCard } from '../cards/report-receipt.ts';
import type { TitledText } from '../cards/titled-text.ts';
import { fileReport as file } from '../casework/file-report.ts';
import type { Receipt } from '../casework/receipt.ts';
import { levels, type NamedPerson, type ReportDraft } from '../incidents/report-form.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { askWhoIsMeant } from './ask-who-is-meant.ts';
import type { Context, Handler } from './context.ts';
import { withoutOwnId } from './hide-own-id.ts';
import { openReport, reportingOff } from './open-report.ts';
import { formPeople, namesIn, outsideWords, pickedPeople } from './picked-people.ts';
import { replaceCard, replaceForGood, showCard } from './reply.ts';
import { toReport } from './request.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Turn } from './turn.ts';

/** Stores a report and gives its receipt; with something missing, gives the form back with every word still in it. */
export const fileReport: Handler<'file-report'> = async (sent, context, turn) => {
  if (!context.switches.reporting) return showCard(reportingOff(context));
  const request = withoutOwnId(sent, sent.level, turn.actor.oid);
  const { kind: _kind, nonce, subjects, witnesses, target, author, authorName, ...rest } = request;
  const { pickedSubjects, pickedWitnesses, ...fields } = rest;
  const picked = {
    subjects: await pickedPeople(pickedSubjects, context),
    witnesses: await pickedPeople(pickedWitnesses, context),
  };
  const typedSubjects = namesIn(subjects).map((named) =>
    named.name === authorName && author ? { ...named, oid: author } : named,
  );
  const draft: ReportDraft = {
    ...fields,
    subjects: [...picked.subjects.map(named), ...typedSubjects],
    witnesses: [...picked.witnesses.map(named), ...namesIn(witnesses)],
    ...(target.trim() === '' ? {} : { aimedAtPerson: { name: target, oid: null } }),
    managersTold: true,
  };
  const filed = await file(context.casework, turn.actor, draft, nonce);
  if (filed.ok)
    return [
      ...replaceForGood(
        reportReceiptCard({ ...filed.value, facts: receiptFacts(filed.value, request.safeNow, context, turn) }),
      ),
      ...(await askWhoIsMeant(filed.value, context, turn)),
    ];
  if (filed.refusal.kind !== 'bad-inputs') return sayRefusal(filed.refusal);
  const level = levels.find((known) => known === request.level);
  if (level === undefined) return openReport(toReport(request.happened), context, turn);
  const stale = filed.refusal.problems.some(({ field }) => field === 'nonce');
  const { kind: _again, level: _level, nonce: _nonce, ...typed } = request;
  const people = formPeople(context, turn, [...picked.subjects, ...picked.witnesses]);
  const next = stale ? context.newId() : nonce;
  return replaceCard(reportFormCard(level, next, typed, filed.refusal.problems, people, outsideWords(context)));
};

/** A card in the chat stays; a dialog is gone once it is closed. */
const closing = ({ code }: Receipt): string =>
  code === null
    ? 'You find this report again in our own chat: type “my reports”.'
    : 'Copy the reference and the code. They are shown here only, and are the only way back to this report.';

const named = ({ name, oid }: NamedPerson): NamedPerson => ({ name, oid });

function receiptFacts(
  receipt: Receipt,
  safeNow: string,
  { organisation }: Context,
  { place }: Turn,
): readonly TitledText[] {
  const first = receipt.deadlines[0];
  return [
    ...(place.kind === 'dialog' ? [{ title: 'Before you close this', text: closing(receipt) }] : []),
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
    .map(({ title, reach, when }) => `${title} ${reach} (${when.charAt(0).toLowerCase()}${when.slice(1)})`)
    .join('; ');
}
