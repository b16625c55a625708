import type { Channel, Courier, Delivery } from '../alerts/courier.ts';
import { leaseMs } from '../alerts/delivery.ts';
import { StoreUnavailable } from '../store/store-error.ts';
import { atOnce } from './at-once.ts';
import type { Casework } from './casework.ts';
import { type ClaimedAlert, claimAlert, dueAlerts, recordDelivery } from './send-alerts.ts';

/** The channels that this run has; an alert for another goes on to the next channel of its ladder. */
export type Couriers = Readonly<Partial<Record<Channel, Courier>>>;

/** Alerts on their way at a time. */
const workers = 8;

/** Rounds of one call at most, so that a service that ends is not kept waiting. */
const mostRounds = 20;

/**
 * Sends what is due, round after round until nothing is, a few alerts at a time, and says how many were delivered. Safe to
 * run in many replicas at once: each alert is sent by the one whose claim is committed, and by another only when that one
 * has not said what came of it by the end of its lease.
 */
export async function deliverDueAlerts(casework: Casework, couriers: Couriers): Promise<number> {
  let deliveries = 0;
  for (let rounds = 0; rounds < mostRounds; rounds++) {
    const due = await dueAlerts(casework);
    const outcomes = await atOnce(due, workers, (id) => deliverOne(casework, couriers, id));
    deliveries += outcomes.filter((outcome) => outcome === 'delivered').length;
    if (outcomes.every((outcome) => outcome === undefined)) break;
  }
  return deliveries;
}

async function deliverOne(
  casework: Casework,
  couriers: Couriers,
  id: string,
): Promise<Delivery['outcome'] | undefined> {
  const claim = await claimAlert(casework, id);
  if (claim === undefined) return undefined;
  const delivery = await deliver(claim, couriers[claim.channel]);
  await insistOnRecording(casework, claim, delivery);
  return delivery.outcome;
}

/** What is sent and not recorded would be sent again: while the store is away, it is tried until the lease ends. */
async function insistOnRecording(casework: Casework, claim: ClaimedAlert, delivery: Delivery): Promise<void> {
  for (let left = leaseMs / storePauseMs; ; left--) {
    try {
      await recordDelivery(casework, claim, delivery);
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || left <= 0) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, storePauseMs));
  }
}

/** Between tries to record while the store is away. */
const storePauseMs = 500;

const noSuchChannel: Delivery = { outcome: 'unreachable', reason: 'not-installed' };

async function deliver(claim: ClaimedAlert, courier: Courier | undefined): Promise<Delivery> {
  return courier === undefined ? noSuchChannel : courier.deliver(claim.oid, claim.notice);
}
