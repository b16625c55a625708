import type { Alert } from './alert.ts';
import type { Channel, Delivery } from './courier.ts';
import { channels } from './courier.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Pauses between tries on one channel, growing; after the last the next channel has its turn. */
const pauses = [minute, 5 * minute, 15 * minute, hour] as const;
/** A replica that claimed an alert and died is taken to be dead after this long. No channel takes as long to answer. */
export const leaseMs = minute;

/** The alert in the hands of one replica until the lease ends. */
export function claimed(alert: Alert, at: string): Alert {
  return { ...alert, status: 'claimed', due: later(at, leaseMs) };
}

/**
 * The alert after a channel answered: delivered, to be tried again, on to the next channel, or undelivered. `unreadBy` is
 * when it is passed on if nobody has opened it, or null.
 */
export function delivered(alert: Alert, delivery: Delivery, at: string, unreadBy: string | null): Alert {
  const outcome = delivery.outcome === 'unreachable' ? delivery.reason : delivery.outcome;
  const tried = { ...alert, attempts: [...alert.attempts, { at, channel: alert.channel, outcome }] };
  if (delivery.outcome === 'delivered')
    return { ...tried, status: 'delivered', due: unreadBy, messageId: delivery.messageId };
  const pause = pauses[alert.tries];
  if (delivery.outcome === 'unreachable' || pause === undefined) return nextChannel(tried, at, unreadBy);
  const wait = Math.max(pause, delivery.afterMs ?? 0);
  return { ...tried, status: 'waiting', due: later(at, wait), tries: alert.tries + 1 };
}

/** The alert once its reader opened what it is about. */
export function read(alert: Alert): Alert {
  return { ...alert, status: 'read', due: null };
}

/** The alert once somebody else was told instead, or need not be. */
export function settled(alert: Alert): Alert {
  return { ...alert, due: null };
}

/** The alert once its reader may no longer know of the incident. */
export function cancelled(alert: Alert): Alert {
  return { ...alert, status: 'cancelled', due: null };
}

function nextChannel(alert: Alert, at: string, unreadBy: string | null): Alert {
  const next: Channel | undefined = channels[channels.indexOf(alert.channel) + 1];
  if (next === undefined) return { ...alert, status: 'undelivered', due: unreadBy };
  return { ...alert, status: 'waiting', due: at, channel: next, tries: 0 };
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
