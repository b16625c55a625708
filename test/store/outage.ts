import { setTimeout as sleep } from 'node:timers/promises';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openPostgresStore } from '../../src/store/postgres.ts';
import { Conflict, type Store } from '../../src/store/store.ts';
import { StoreUnavailable } from '../../src/store/store-error.ts';
import { cuttingProxy } from './cutting-proxy.ts';
import { killServer } from './kill-server.ts';
import type { startOwnServer } from './postgres-server.ts';
import { fileReport, moveOn, type Tally, tally } from './workload.ts';

const callers = ['a', 'b', 'c', 'd'];

/** Callers report and move, `reports` each, while the server is killed (at most so often) and started again. */
export async function killUnder(
  server: Awaited<ReturnType<typeof startOwnServer>>,
  place: string,
  reports: number,
  most: number,
): Promise<Tally & { readonly kills: number }> {
  const store = await openPostgresStore(place, passingKeyring());
  const acknowledged = new Map<string, number>();
  let serving = true;
  const work = Promise.all(callers.map((name) => serve(store, name, reports, acknowledged))).finally(() => {
    serving = false;
  });
  work.catch(() => undefined);
  let kills = 0;
  for (; serving && kills < most; kills++) {
    await sleep(100 + Math.random() * 200);
    await killServer(server.databaseDir);
    await server.start();
  }
  await work;
  const counted = await tally(store, acknowledged);
  await store.close();
  return { ...counted, kills };
}

/** Callers report and move, `reports` each, over a line that breaks at any byte. */
export async function cutUnder(place: string, reports: number): Promise<Tally & { readonly cuts: number }> {
  const proxy = await cuttingProxy(place, 40_000);
  const keyring = passingKeyring();
  const store = await insist(() => openPostgresStore(proxy.url, keyring));
  if (store === undefined) throw new Error('not opened');
  const acknowledged = new Map<string, number>();
  await Promise.all(callers.map((name) => serve(store, name, reports, acknowledged)));
  proxy.heal();
  const counted = await tally(store, acknowledged);
  await store.close();
  proxy.close();
  return { ...counted, cuts: proxy.cuts() };
}

/** A caller as the edge is: what is unavailable is asked again with the same ids; a conflict then says it is there. */
async function serve(store: Store, name: string, reports: number, acknowledged: Map<string, number>): Promise<void> {
  for (let n = 0; n < reports; n++) {
    const id = `${name}-${n}`;
    await insist(() => fileReport(store, id));
    acknowledged.set(id, 1);
    acknowledged.set(id, (await insist(() => moveOn(store, id, 'm1'))) as number);
  }
}

/** A caller gives up after this long, in ms: the database has not come back. */
const patienceMs = 60_000;

async function insist<T>(act: () => Promise<T>): Promise<T | undefined> {
  const until = performance.now() + patienceMs;
  for (let asked = false; ; asked = true) {
    try {
      return await act();
    } catch (error) {
      if (asked && error instanceof Conflict) return undefined;
      if (!(error instanceof StoreUnavailable) || performance.now() > until) throw error;
    }
    await sleep(20);
  }
}
