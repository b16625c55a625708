import type { Channel, Courier, Delivery } from '../alerts/courier.ts';
import type { Casework } from './casework.ts';
import { type ClaimedAlert, claimAlert, dueAlerts, recordDelivery } from './send-alerts.ts';

/** The channels that this run has; an alert for another goes on to the next channel of its ladder. */
export type Couriers = Readonly<Partial<Record<Channel, Courier>>>;

/** Sends what is due now, one after the other, and says how many were delivered. Safe to run in many replicas at once. */
export async function deliverDueAlerts(casework: Casework, couriers: Couriers): Promise<number> {
  let sent = 0;
  for (const id of await dueAlerts(casework)) {
    const claim = await claimAlert(casework, id);
    if (claim === undefined) continue;
    const delivery = await deliver(claim, couriers[claim.channel]);
    await recordDelivery(casework, claim, delivery);
    if (delivery.outcome === 'delivered') sent++;
  }
  return sent;
}

const noSuchChannel: Delivery = { outcome: 'unreachable', reason: 'not-installed' };

async function deliver(claim: ClaimedAlert, courier: Courier | undefined): Promise<Delivery> {
  return courier === undefined ? noSuchChannel : courier.deliver(claim.oid, claim.notice);
}
