import type { Alert } from '../../src/alerts/alert.ts';
import { newAlert, noticeOf } from '../../src/alerts/alert.ts';
import { asks } from '../../src/alerts/asks.ts';
import type { Delivery } from '../../src/alerts/courier.ts';
import { claimed, delivered, leaseMs } from '../../src/alerts/delivery.ts';

const at = '2026-06-08T08:00:00.000Z';
const fresh = newAlert(
  'a1',
  'CIP-TEST0-TEST0',
  { kind: 'person', oid: 'ann' },
  'new-report',
  '2026-06-10T16:00:00.000Z',
  at,
);
const later: Delivery = { outcome: 'later', afterMs: null };
const gone: Delivery = { outcome: 'unreachable', reason: 'gone' };
const minutes = (alert: Alert, from = at) => (Date.parse(alert.due ?? '') - Date.parse(from)) / 60_000;

/** The alert after one answer after another, each given when it was due. */
function after(...answers: readonly Delivery[]): Alert {
  return answers.reduce(
    (alert, answer) => delivered(alert, answer, alert.due ?? at, '2026-06-09T16:00:00.000Z'),
    fresh,
  );
}

describe('an alert on its way', () => {
  test('is tried again with growing pauses, then on the next channel', () => {
    const waits = [1, 2, 3, 4].map((tries) => {
      const before = after(...Array<Delivery>(tries - 1).fill(later));
      return minutes(after(...Array<Delivery>(tries).fill(later)), before.due ?? at);
    });
    expect(waits).toEqual([1, 5, 15, 60]);
    expect(after(...Array<Delivery>(5).fill(later))).toMatchObject({
      channel: 'activity-feed',
      status: 'waiting',
      tries: 0,
    });
  });

  test('waits at least as long as the channel asks', () => {
    expect(minutes(after({ outcome: 'later', afterMs: 600_000 }))).toBe(10);
    expect(minutes(after({ outcome: 'later', afterMs: 1_000 }))).toBe(1);
  });

  test('goes straight on where the person cannot be reached, and is undelivered after the last', () => {
    expect(after(gone)).toMatchObject({ channel: 'activity-feed', status: 'waiting', due: at });
    expect(after(gone, gone, gone)).toMatchObject({ channel: 'email', status: 'waiting' });
    const lost = after(gone, gone, gone, gone);
    expect(lost).toMatchObject({ status: 'undelivered', due: '2026-06-09T16:00:00.000Z' });
    expect(lost.attempts.map(({ channel, outcome }) => `${channel} ${outcome}`)).toEqual([
      'personal-chat gone',
      'activity-feed gone',
      'casework-channel gone',
      'email gone',
    ]);
  });

  test('that was sent waits to be read', () => {
    expect(after(later, { outcome: 'delivered', messageId: 'm1' })).toMatchObject({
      status: 'delivered',
      due: '2026-06-09T16:00:00.000Z',
      messageId: 'm1',
    });
  });

  test('belongs to whoever claimed it until the lease ends', () => {
    expect(claimed(fresh, at)).toMatchObject({
      status: 'claimed',
      due: new Date(Date.parse(at) + leaseMs).toISOString(),
    });
  });

  test('says its reference, what is asked, and by when', () => {
    expect(noticeOf({ ...fresh, to: { kind: 'reporter' } })).toMatchObject({ for: 'reporter' });
    expect(noticeOf(fresh)).toEqual({
      alertId: 'a1',
      reference: 'CIP-TEST0-TEST0',
      ask: 'A new report waits for you.',
      for: 'staff',
      by: '2026-06-10T16:00:00.000Z',
    });
  });

  test('says nothing in any of its words of what a case is about (E1)', () => {
    for (const { ask } of Object.values(asks))
      expect(ask).not.toMatch(
        /bull|harass|discriminat|abuse|disciplin|misconduct|investigat|hearing|retaliat|anonym|race|sex/i,
      );
  });
});
