import { beforeYouReportCard } from '../cards/before-you-report.ts';
import { noticeCard } from '../cards/notice.ts';
import { levels } from '../incidents/report-form.ts';
import type { Context, Handler } from './context.ts';
import { showCard } from './reply.ts';

/** Before a word is typed: who reads it, who does not, what follows (C3). With reporting off, the people to contact (G3). */
export const openReport: Handler<'open-report'> = ({ kind: _kind, about, ...message }, context) => {
  if (!context.switches.reporting) return showCard(reportingOff(context));
  return showCard(beforeYouReportCard(about, context.organisation.support.beforeYouReport, levels, message));
};

export function reportingOff({ organisation }: Context) {
  return noticeCard('Reports are not taken here at the moment', ['These people can help you now.'], {
    contacts: organisation.support.adviceContacts,
  });
}
