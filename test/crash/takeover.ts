import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { readKeyring } from '../../src/store/keyring.ts';
import { listAll } from '../../src/store/list-all.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import type { Store } from '../../src/store/store.ts';
import { type Child, startChild } from './children.ts';
import { clockFrom, fileSample, sampleCasework } from './sample-casework.ts';

const key = '7a'.repeat(32);
const replicaFile = new URL('./replica.ts', import.meta.url).pathname;

/** What is waited for comes within this time, or not at all. */
const giveUpMs = 120_000;

export interface Takeover {
  readonly alerts: number;
  /** Sent more than once, though no replica had died with them. */
  readonly doubled: number;
  readonly lost: number;
  /** In the hands of a replica when it was killed, so that they may have been sent a second time. */
  readonly inHand: number;
  /** From each kill until the last alert in that replica's hands was sent by another, in ms of the replicas' clock. */
  readonly takeoverMs: readonly number[];
}

interface Sending {
  readonly name: string;
  readonly alertId: string;
}

/**
 * Replicas on one PostgreSQL send the alerts of `reports` reports. With `kills`, each time a replica is killed (SIGKILL)
 * while it is sending, and another takes its place.
 */
export async function takeOver(url: string, { reports = 40, replicas = 2, kills = 0, speed = 1 }): Promise<Takeover> {
  const origin = Date.now();
  const store = await openPostgresStore(url, readKeyring(key));
  const casework = sampleCasework(store, clockFrom(origin, speed));
  const sent: Sending[] = [];
  const briefly = () => sleep(5 + Math.random() * 20);
  let beforeAnswer: (sending: Sending) => Promise<void> = briefly;
  const channel = await listen(async (sending) => {
    sent.push(sending);
    await beforeAnswer(sending);
  });
  let names = 0;
  const running = new Map<string, Child>();
  const add = async () => {
    const name = `replica-${++names}`;
    const args = [url, key, channel.address, name, `${origin}`, `${speed}`];
    running.set(name, await startChild(replicaFile, { args }));
  };
  const inHand = new Set<string>();
  const takeoverMs: number[] = [];
  try {
    for (let n = 0; n < replicas; n++) await add();
    for (let batch = 0; batch <= kills; batch++) {
      const killing = batch < kills ? killOne() : undefined;
      killing?.catch(() => undefined);
      for (let n = 0; n < reports; n++) await fileSample(casework, `nonce-nonce-${origin}-${batch}-${n}`);
      if (killing !== undefined) takeoverMs.push(await killing);
      await settled(store, speed);
      if (killing !== undefined) await add();
    }
    const alerts = (await alertsNow(store)).length;
    const times = Map.groupBy(sent, ({ alertId }) => alertId);
    const doubled = [...times].filter(([id, all]) => all.length > 1 && !inHand.has(id)).length;
    return { alerts, doubled, lost: alerts - times.size, inHand: inHand.size, takeoverMs };
  } finally {
    for (const child of running.values()) child.process.kill('SIGKILL');
    channel.close();
    await store.close();
  }

  /** Kills whichever replica sends the tenth alert from now; resolves once another has sent all that it had in hand. */
  async function killOne(): Promise<number> {
    const from = sent.length;
    const victim = await new Promise<string>((resolve, reject) => {
      setTimeout(() => reject(new Error('Nobody has sent ten alerts.')), giveUpMs).unref();
      beforeAnswer = async ({ name }) => {
        await briefly();
        if (sent.length < from + 10 || running.size < replicas) return;
        beforeAnswer = briefly;
        running.get(name)?.process.kill('SIGKILL');
        running.delete(name);
        resolve(name);
      };
    });
    const killed = performance.now();
    const before = sent.length;
    // What its last statements did is done on the server by then.
    await sleep(200);
    const claimed = new Set((await alertsNow(store)).filter(({ status }) => status === 'claimed').map(({ id }) => id));
    const orphans = sent.filter(({ name, alertId }) => name === victim && claimed.has(alertId));
    for (const { alertId } of orphans) inHand.add(alertId);
    const again = ({ alertId }: Sending) => sent.slice(before).some((later) => later.alertId === alertId);
    while (!orphans.every(again)) {
      if (performance.now() > killed + giveUpMs) throw new Error('Nobody has taken over.');
      await sleep(20);
    }
    return (performance.now() - killed) * speed;
  }
}

async function alertsNow(store: Store): Promise<readonly { readonly id: string; readonly status: string }[]> {
  const all: { id: string; status: string }[] = [];
  for await (const record of listAll(store, { kind: 'alert' }))
    if ('status' in record) all.push({ id: record.id, status: record.status });
  return all;
}

/** Waits until no alert is left to send. */
async function settled(store: Store, speed: number): Promise<void> {
  const until = performance.now() + giveUpMs / speed + 30_000;
  while ((await alertsNow(store)).some(({ status }) => status === 'waiting' || status === 'claimed')) {
    if (performance.now() > until) return;
    await sleep(50);
  }
}

async function listen(onSending: (sending: Sending) => Promise<void>) {
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    request.on('end', () => void onSending(JSON.parse(text) as Sending).then(() => response.end()));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
