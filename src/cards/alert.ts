import type { AlertNotice } from '../alerts/courier.ts';
import { clockTime, longDate } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';

/**
 * A content-free alert (E1). `deliveredTo` is said in the local run only, where one conversation stands for everybody's.
 * `openedAt` (ISO) is when its reader opened what it is about; '' before.
 */
export function alertCard(notice: AlertNotice, deliveredTo = '', openedAt = ''): FilledCard {
  const wanted = notice.by === null ? '' : `Please open it by ${longDate(notice.by)}.`;
  return fillCard('alert', {
    ...{ ask: notice.ask, reference: notice.reference, alert: notice.alertId },
    verb: notice.for === 'reporter' ? 'report-status' : 'open-incident',
    by: openedAt === '' ? wanted : `You opened it on ${longDate(openedAt)}, ${clockTime(openedAt)}.`,
    open: openedAt === '' ? 'Open' : 'Open again',
    deliveredTo: deliveredTo === '' ? '' : `Local run: this alert goes to ${deliveredTo}.`,
  });
}
