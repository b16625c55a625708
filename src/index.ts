import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { warmUpCards } from './cards/fill.ts';
import { clauseLinks } from './cards/tab-links.ts';
import { deliverDueAlerts } from './casework/deliver-due-alerts.ts';
import { runClocks } from './casework/run-clocks.ts';
import { type Config, readConfig } from './config.ts';
import { endWith } from './end-with.ts';
import { launchPlayground, type Playground } from './local/launch-playground.ts';
import { makeCasework, tenantOf } from './make-casework.ts';
import { channelPart, makeCouriers } from './make-couriers.ts';
import { openOwnStore } from './open-own-store.ts';
import { loadOrganisation, type Organisation } from './organisation/organisation.ts';
import { refreshAlerts } from './refresh-alerts.ts';
import { repeat } from './repeat.ts';
import { makeAnswer, speaksOfDanger } from './requests/answer.ts';
import { FollowUps } from './requests/follow-ups.ts';
import { limitRates } from './requests/limit-rates.ts';
import { Personas } from './requests/personas.ts';
import { createRateLimits } from './requests/rate-limits.ts';
import { readPress } from './requests/read-press.ts';
import { makeReadSentence } from './requests/read-sentence.ts';
import { createRuleCounts } from './requests/rule-counts.ts';
import { sayWhyNot } from './say-why-not.ts';
import { type Places, startTab, tabAddress } from './start-tab.ts';
import { anchorAudit } from './store/audit-checkpoint.ts';
import { createLive } from './tab/api/live.ts';
import { noticeCommits } from './tab/api/notice-commits.ts';
import { requestId } from './teams/request-id.ts';
import { createTeamsServer } from './teams/server.ts';

/** Ending takes this long at most, in ms; what is in flight is answered within the shorter one. */
const graceMs = 9_500;
const answersMs = 8_000;
/** How often due alerts and due clocks are looked for, in ms. */
const alertsEveryMs = 1_000;
const clocksEveryMs = 60_000;
/** How often the audit trail's heads are signed, in ms: a trail removed whole since the last time would not be missed. */
const anchorsEveryMs = 60_000;
/** How often other replicas' changes are looked for on behalf of those who have the tab open, in ms; this one's show at once. */
const liveEveryMs = 5_000;

const nobody = '00000000-0000-0000-0000-000000000000';

const print = (line: string) => process.stdout.write(`${line}\n`);

/** The wiring: plain calls from top to bottom. Resolves once everything is up; it ends by signals. */
async function start(config: Config, open: boolean): Promise<void> {
  if (config.tracingModule !== null) await import(moduleOf(config.tracingModule));
  const organisation = loadOrganisation(config.policyFolder);
  warmUpCards();
  const logger = pino({ base: null, mixin: requestId }, pino.destination({ ...logPlace(config), sync: true }));
  const warn = (event: string, error: unknown) =>
    logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, event);
  const live = createLive(liveEveryMs, (error) => warn('watchers not told', error));
  const store = noticeCommits(await openOwnStore(config), live.poke);
  const local = config.mode === 'local';
  const personas = local
    ? new Personas(
        organisation.people.map(({ oid, name, title }) => ({ oid, name, role: title ?? 'staff' })),
        tenantOf(organisation),
      )
    : null;
  const casework = makeCasework(config, organisation, store);
  const places: Places = { root: '', chat: null };
  const { answers, draftCheck, reporting } = config.switches;
  const nameOf = (oid: string) =>
    organisation.people.find((person) => person.oid === oid)?.name ?? 'somebody who has left';
  const onMoved = (reference: string) =>
    void refreshAlerts(casework, server, reference, local ? nameOf : () => '').catch((error) =>
      warn('alerts not renewed', error),
    );
  const answer = makeAnswer({
    ...{ organisation, store, casework, personas, warn, onMoved },
    now: casework.now,
    clauseLink: clauseLinks(() => tabAddress(config, places)),
    ruleCounts: createRuleCounts(store, casework.now, warn),
    newId: randomUUID,
    followUps: new FollowUps(),
    switches: { answers, draftCheck, reporting },
  });
  const { now } = casework;
  const tab = await startTab(config, places, {
    ...{ organisation, store, casework, warn, onMoved, live, now, newId: randomUUID, switches: { answers } },
  });
  const limited = limitRates({
    ...{ answer, now, limits: createRateLimits(config.rates), renewals: createRateLimits(config.rates) },
    speaksOfDanger: (request) => speaksOfDanger(request, { organisation }),
    onSlowed: (whose) => logger.warn({ whose }, 'turn slowed'),
  });
  const server = createTeamsServer({
    ...{ config, answer: limited, store, logger, readPress, ...(tab && { tab }) },
    clock: casework.now,
    // Nobody has this id: a directory that says so has answered.
    checks: { directory: async () => (await casework.directory.person(nobody)) === undefined },
    readSentence: makeReadSentence(organisation),
    ...channelPart(config, casework),
    ...(personas === null
      ? {}
      : {
          resolveActor: (turn) => ({ ...turn, actor: personas.actorFor(turn.actor) }),
          nameOf,
        }),
  });
  const address = await server.listen();
  places.root = new URL(address).origin;
  const couriers = makeCouriers(config, server, casework);
  const { alerts: alertsOn } = config.switches;
  const alerts = repeat(
    alertsEveryMs,
    async () => alertsOn && deliverDueAlerts(casework, couriers),
    (error) => warn('alerts not sent', error),
  );
  const clocks = repeat(
    clocksEveryMs,
    () => runClocks(casework),
    (error) => warn('clocks not run', error),
  );
  const anchors = repeat(
    anchorsEveryMs,
    () => anchorAudit(store, casework.now().toISOString()),
    (error) => warn('audit trail not anchored', error),
  );
  const playground = local ? await openPlayground(config, organisation, address, open) : null;
  places.chat = playground?.url ?? null;
  sayWhereItIs(config, address, playground, tabAddress(config, places)?.endpoint ?? null);
  const end = async () => {
    await Promise.all([alerts.stop(), clocks.stop(), anchors.stop(), playground?.stop(), server.close(answersMs)]);
    await store.close();
  };
  endWith(process, end, graceMs, (said, event) => logger.error(said, event));
}

/** A file is meant from where the program was started; anything else is an installed package. */
const moduleOf = (name: string) => (/^[./]/.test(name) ? pathToFileURL(resolve(name)).href : name);

/** Deployed, the platform collects what is printed, and there may be no file to write to. */
function logPlace({ mode, dataFolder }: Config): { readonly dest: string | number; readonly mkdir?: boolean } {
  return mode === 'deployed' ? { dest: 1 } : { dest: join(dataFolder, 'log.jsonl'), mkdir: true };
}

function openPlayground(config: Config, { people }: Organisation, botUrl: string, open: boolean): Promise<Playground> {
  const [currentUser, ...others] = people.map(({ oid, name, email }) => ({
    oid,
    name,
    email: email ?? `${oid}@example.org`,
  }));
  if (currentUser === undefined) throw new Error('policy/people.yaml names nobody');
  return launchPlayground({
    ...{ botUrl, open, currentUser, others },
    tenant: people[0]?.tenant ?? '',
    directory: join(config.dataFolder, 'playground'),
    port: config.chatPort,
    environment: process.env,
  });
}

function sayWhereItIs(config: Config, address: string, playground: Playground | null, tab: string | null): void {
  if (playground === null)
    return void print(`Can I Post? serves Teams at ${address}${tab === null ? '' : `, and its tab at ${tab}`}`);
  print('Can I Post? runs on this machine only: no sign-in, loopback address, invented people.');
  print(`  bot          ${address}`);
  print(`  chat client  ${playground.url}   (open this in a browser)`);
  print(`  tab          ${tab}   (the policy, incidents and figures)`);
  print(`  data         ${config.dataFolder}`);
  print('Ctrl-C ends it.');
}

async function main(): Promise<void> {
  if (Number.parseInt(process.versions.node, 10) < 24) {
    process.stderr.write(
      `This needs Node 24 and runs on ${process.versions.node}. Run "npm ci", then "npm start": it brings Node 24 along.\n`,
    );
    process.exit(1);
  }
  try {
    await start(readConfig(process.env), process.argv.includes('--open') && !process.argv.includes('--no-open'));
  } catch (error) {
    process.stderr.write(`${sayWhyNot(error)}\n`);
    process.exit(1);
  }
}

await main();
