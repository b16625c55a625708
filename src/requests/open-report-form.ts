import { reportFormCard } from '../cards/report-form.ts';
import { levels } from '../incidents/report-form.ts';
import type { Handler } from './context.ts';
import { withoutOwnId } from './hide-own-id.ts';
import { openReport, reportingOff } from './open-report.ts';
import { formPeople, outsideWords } from './picked-people.ts';
import { replaceCard, showCard } from './reply.ts';

export const openReportForm: Handler<'open-report-form'> = (request, context, turn) => {
  const { kind: _kind, level: chosen, about, ...message } = request;
  const level = levels.find((known) => known === chosen);
  if (level === undefined) return openReport({ kind: 'open-report', about, ...message }, context, turn);
  if (!context.switches.reporting) return showCard(reportingOff(context));
  const fields = withoutOwnId({ happened: about, ...message, subjects: message.authorName }, level, turn.actor.oid);
  const people = formPeople(context, turn);
  return replaceCard(reportFormCard(level, context.newId(), fields, [], people, outsideWords(context)));
};
