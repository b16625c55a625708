/**
 * The product as `index.ts` wires it, for many members at once: each is who their activity says, on a loopback port.
 * Settings come from the environment; `CROWD` is how many invented members of staff there are besides the sample people.
 * Answers 'memory' over IPC with what is in use after collecting garbage.
 */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { warmUpCards } from '../../src/cards/fill.ts';
import { deliverDueAlerts } from '../../src/casework/deliver-due-alerts.ts';
import { runClocks } from '../../src/casework/run-clocks.ts';
import { readConfig } from '../../src/config.ts';
import { openOwnStore } from '../../src/open-own-store.ts';
import { loadOrganisation } from '../../src/organisation/organisation.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { refreshAlerts } from '../../src/refresh-alerts.ts';
import { repeat } from '../../src/repeat.ts';
import { makeAnswer } from '../../src/requests/answer.ts';
import { FollowUps } from '../../src/requests/follow-ups.ts';
import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import { anchorAudit } from '../../src/store/audit-checkpoint.ts';
import { createTeamsServer } from '../../src/teams/server.ts';
import './end-with-parent.ts';
import { crowd } from './crowd.ts';
import { sampleCasework } from './sample-casework.ts';

const config = readConfig(process.env);
const organisation = loadOrganisation(config.policyFolder);
warmUpCards();
const store = await openOwnStore(config);
const everybody = [...organisation.people, ...crowd(Number(process.env.CROWD ?? 0))];
const casework = { ...sampleCasework(store, () => new Date()), directory: fileDirectory(everybody) };
const warn = (event: string, error: unknown) =>
  process.stderr.write(`${event}: ${error instanceof Error ? (error.stack ?? error.name) : 'unknown'}\n`);
const answer = makeAnswer({
  ...{ organisation, store, casework, warn, personas: null },
  now: casework.now,
  newId: randomUUID,
  followUps: new FollowUps(),
  switches: { answers: true, draftCheck: true, reporting: true },
  clauseLink: () => '',
  ruleCounts: { note: () => {} },
  onMoved: (reference) =>
    void refreshAlerts(casework, server, reference, () => '').catch((error) => warn('not renewed', error)),
});
const server = createTeamsServer({
  config: { ...config, port: 0 },
  ...{ answer, store, readPress, logger: pino({ level: 'silent' }) },
  clock: casework.now,
  readSentence: makeReadSentence(organisation),
});
/** Straight to the address of the test: the courier of the local run sends everything to one chat, as slowly as Teams wants it. */
const courier = {
  channel: 'personal-chat' as const,
  async deliver(oid: string, notice: { readonly alertId: string }) {
    await fetch(process.env.ALERTS_TO ?? '', { method: 'POST', body: JSON.stringify({ oid, ...notice }) });
    return { outcome: 'delivered' as const, messageId: notice.alertId };
  },
};
const jobs = [
  repeat(
    1_000,
    () => deliverDueAlerts(casework, { 'personal-chat': courier }),
    (error) => warn('alerts', error),
  ),
  repeat(
    5_000,
    () => runClocks(casework),
    (error) => warn('clocks', error),
  ),
  repeat(
    5_000,
    () => anchorAudit(store, casework.now().toISOString()),
    (error) => warn('anchors', error),
  ),
];
process.on('message', () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ used: heapUsed + external, rss });
});
process.once('SIGTERM', async () => {
  await Promise.all([...jobs.map((job) => job.stop()), server.close(10_000)]);
  await store.close();
  process.exit(0);
});
process.stdout.write(`listening ${await server.listen()}\n`);
