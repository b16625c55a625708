/**
 * A replica that sends alerts, to be killed: `node replica.ts <url> <key> <address> <name> <origin> <speed>`. Its clock runs
 * `speed` times as fast from `origin` (epoch ms) on, so that leases end sooner. Each alert is posted to `address`.
 */
import { deliverDueAlerts } from '../../src/casework/deliver-due-alerts.ts';
import { repeat } from '../../src/repeat.ts';
import { readKeyring } from '../../src/store/keyring.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import './end-with-parent.ts';
import { clockFrom, sampleCasework } from './sample-casework.ts';

const [url = '', key = '', address = '', name = '', origin = '', speed = ''] = process.argv.slice(2);
const store = await openPostgresStore(url, readKeyring(key));
const casework = sampleCasework(store, clockFrom(Number(origin), Number(speed)));
const courier = {
  channel: 'personal-chat' as const,
  async deliver(oid: string, { alertId }: { readonly alertId: string }) {
    await fetch(address, { method: 'POST', body: JSON.stringify({ name, oid, alertId }) });
    return { outcome: 'delivered' as const, messageId: alertId };
  },
};
repeat(
  1_000 / Number(speed),
  () => deliverDueAlerts(casework, { 'personal-chat': courier }),
  (error) => process.stderr.write(`${(error as Error).name}\n`),
);
process.stdout.write('ready\n');
