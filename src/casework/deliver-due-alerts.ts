import type { Channel, Courier, Delivery } from '../alerts/courier.ts';
import { atOnce } from './at-once.ts';
import type { Casework } from './casework.ts';
import { type ClaimedAlert, claimAlert, dueAlerts, recordDelivery } from './send-alerts.ts';

/** The channels that this run has; an alert for another goes on to the next channel of its ladder. */
export type Couriers = Readonly<Partial<Record<Channel, Courier>>>;

/** Alerts on their way at a time. */
const workers = 8;

/** Sends what is due now, a few at a time, and says how many were delivered. Safe to run in many replicas at once. */
export async function deliverDueAlerts(casework: Casework, couriers: Couriers): Promise<number> {
  const sent = await atOnce(await dueAlerts(casework), workers, async (id) => {
    const claim = await claimAlert(casework, id);
    if (claim === undefined) return false;
    const delivery = await deliver(claim, couriers[claim.channel]);
    await recordDelivery(casework, claim, delivery);
    return delivery.outcome === 'delivered';
  });
  return sent.filter(Boolean).length;
}

const noSuchChannel: Delivery = { outcome: 'unreachable', reason: 'not-installed' };

async function deliver(claim: ClaimedAlert, courier: Courier | undefined): Promise<Delivery> {
  return courier === undefined ? noSuchChannel : courier.deliver(claim.oid, claim.notice);
}
