import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, startChild } from './child.ts';
import { type Measured, putLoad } from './put-load.ts';

/**
 * Turns per second and waiting times for ask, check and report, against a bare echo bot on the same botbuilder and restify
 * in the same run; start to listening; memory after start and after the load. `node bench/turns.ts [turns per round]`.
 * A turn counts from the request to its answer, which botbuilder gives after the reply has reached the connector.
 */
const perRound = Number(process.argv[2] ?? 600);
const rounds = 3;
const atOnce = 8;

const questions = [
  'Can I say where I work on Instagram?',
  'Do I need a disclaimer?',
  'Who owns this policy?',
  'Can I post a photo of a patient?',
];
const drafts = [
  'Great day with the team at the Christmas party',
  'Dave the porter is a lazy idiot and everyone at the trust hates him',
  'Had a patient in bay 4 today, John from Leeds, who would not stop talking. Long shift, tired, proud of everyone on the ward tonight.',
  'My own views: the new rota is hard on people with children, and I hope that the board listens to us.',
];

interface Job {
  readonly name: string;
  /** What must be in the last answer, so that a refusal is not measured as a success. */
  readonly proof: RegExp;
  activity(index: number): object;
}

const said = (text: string) => ({ type: 'message', text });
const jobs: readonly Job[] = [
  { name: 'ask', proof: /policy/i, activity: (index) => said(questions[index % questions.length] as string) },
  { name: 'check', proof: /draft/i, activity: (index) => said(`Can I post this? ${drafts[index % drafts.length]}`) },
  {
    name: 'report',
    proof: /CIP-/,
    activity: (index) => ({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: {
          type: 'Action.Execute',
          verb: 'file-report',
          data: {
            level: 'named',
            nonce: `bench-nonce-${process.pid}-${index}`,
            happened: 'Insults in a group',
            when: 'yesterday',
            safeNow: 'yes',
          },
        },
      },
    }),
  },
];

interface Turns extends Measured {
  /** Processor time of the server for each turn, in ms. */
  readonly cpu: number;
}

async function main(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'bench-'));
  const connector = await startChild('bench/serve-connector.ts');
  const echo = await startChild('bench/serve-echo.ts');
  const noLimits = { TURNS_PER_PERSON: '0', TURNS_PER_TENANT: '0' };
  const environment = { PORT: `${await freePort()}`, CHAT_PORT: `${await freePort()}`, DATA_DIR: data, ...noLimits };
  const product = await startChild('src/index.ts', /bot +http:\/\/[\d.]+:(\d+)/, environment, ['--no-open']);
  try {
    console.log(`echo bot:  listening after ${ms(echo.startMs)}, ${mb(echo)} resident`);
    console.log(`product:   chat client ready after ${ms(product.startMs)}, ${mb(product)} resident`);
    await measure(product, echo, connector);
    console.log(`\nresident after the load: echo bot ${mb(echo)}, product ${mb(product)}`);
  } finally {
    await Promise.all([product.stop(), echo.stop(), connector.stop()]);
    rmSync(data, { recursive: true, force: true });
  }
}

async function measure(product: Child, echo: Child, connector: Child): Promise<void> {
  const results = new Map<string, Turns[]>();
  const keep = (name: string, measured: Turns) => results.set(name, [...(results.get(name) ?? []), measured]);
  for (let round = -1; round < rounds; round++)
    for (const job of jobs) {
      // Every measurement of the product is followed by one of the echo bot with the same activities.
      const own = await run(job, product, connector, round);
      const base = await run(job, echo, connector, round);
      if (round < 0) continue;
      keep(job.name, own);
      keep(`echo of ${job.name}`, base);
    }
  console.log(`\n${rounds} rounds of ${perRound} turns after one to warm up, ${atOnce} at once; medians\n`);
  console.log('                 turns/s    p50 ms    p99 ms    cpu ms   of the echo bot: same activity, plain message');
  const plain = median(results.get('echo of ask'), 'perSecond');
  for (const { name } of jobs) {
    const base = median(results.get(`echo of ${name}`), 'perSecond');
    for (const line of [name, `echo of ${name}`]) {
      const rate = median(results.get(line), 'perSecond');
      const [p50, p99] = [median(results.get(line), 'p50'), median(results.get(line), 'p99')];
      console.log(
        `${line.padEnd(14)}${cell(rate, 0)}${cell(p50, 1)}${cell(p99, 1)}${cell(median(results.get(line), 'cpu'), 2)}${line === name ? `${cell(rate / base, 2).padStart(24)}${cell(rate / plain, 2).padStart(15)}` : ''}`,
      );
    }
  }
}

async function run(job: Job, server: Child, connector: Child, round: number): Promise<Turns> {
  const cpuBefore = server.cpuMs();
  const serviceUrl = `http://127.0.0.1:${connector.port}/`;
  const measured = await putLoad({
    url: `http://127.0.0.1:${server.port}/api/messages`,
    turns: perRound,
    atOnce,
    body: (index) =>
      JSON.stringify({
        ...envelope(serviceUrl, `${job.name}-${round}-${index}`),
        ...job.activity((round + 1) * perRound + index),
      }),
  });
  const cpu = (server.cpuMs() - cpuBefore) / perRound;
  if (Object.keys(measured.statuses).join() !== '200')
    throw new Error(`${job.name}: answered ${JSON.stringify(measured.statuses)}`);
  const shown = measured.lastBody || (await (await fetch(`${serviceUrl}last`)).text());
  const isEcho = shown.includes('echo');
  if (!isEcho && !job.proof.test(shown)) throw new Error(`${job.name} was not done: ${shown.slice(-600)}`);
  return { ...measured, cpu };
}

function envelope(serviceUrl: string, id: string): object {
  const tenant = '20000000-0000-4000-8000-000000000001';
  return {
    id: `${process.pid}-${id}`,
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:bench', name: 'Bench', aadObjectId: '10000000-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Can I Post?' },
    conversation: { id: 'a:bench', conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
  };
}

function median(all: readonly Turns[] = [], field: 'perSecond' | 'p50' | 'p99' | 'cpu'): number {
  const sorted = all.map((one) => one[field]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const ms = (value: number) => `${Math.round(value)} ms`;
const mb = (child: Child) => `${Math.round(child.residentMb())} MB`;
const cell = (value: number, digits: number) => value.toFixed(digits).padStart(10);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

await main();
