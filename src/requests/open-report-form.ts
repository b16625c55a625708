import { reportFormCard } from '../cards/report-form.ts';
import { levels } from '../incidents/report-form.ts';
import type { Handler } from './context.ts';
import { openReport, reportingOff } from './open-report.ts';
import { replaceCard, showCard } from './reply.ts';

export const openReportForm: Handler<'open-report-form'> = (request, context, turn) => {
  const level = levels.find((known) => known === request.level);
  if (level === undefined) return openReport({ kind: 'open-report', about: request.about }, context, turn);
  if (!context.switches.reporting) return showCard(reportingOff(context));
  return replaceCard(reportFormCard(level, context.newId(), { happened: request.about }));
};
