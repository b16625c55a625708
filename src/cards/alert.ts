import type { AlertNotice } from '../alerts/courier.ts';
import { longDate } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';

/** A content-free alert (E1). `deliveredTo` is said in the local run only, where one conversation stands for everybody's. */
export function alertCard(notice: AlertNotice, deliveredTo = ''): FilledCard {
  return fillCard('alert', {
    ask: notice.ask,
    reference: notice.reference,
    verb: notice.for === 'reporter' ? 'report-status' : 'open-incident',
    by: notice.by === null ? '' : `Please open it by ${longDate(notice.by)}.`,
    deliveredTo: deliveredTo === '' ? '' : `Local run: this alert goes to ${deliveredTo}.`,
  });
}
