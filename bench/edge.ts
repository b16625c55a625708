import { connect, type Socket } from 'node:net';
import { type Child, startChild } from './child.ts';
import { type Load, type Measured, putLoad } from './put-load.ts';

/**
 * What the edge costs and what it withstands: turns with a good token against botbuilder's stock adapter in the same run;
 * requests refused per second and memory before and after; 10,000 connections on which nobody says anything.
 * `node bench/edge.ts [junk requests]`
 */
const junk = Number(process.argv[2] ?? 100_000);
const idle = 10_000;
const tenant = 'aaaaaaaa-0000-4000-8000-000000000000';

interface Side {
  readonly name: string;
  readonly child: Child;
  readonly token: string;
  readonly connectorUrl: string;
}

async function main(): Promise<void> {
  const connector = await startChild('bench/serve-connector.ts');
  const connectorUrl = `http://127.0.0.1:${connector.port}/`;
  const sides = await Promise.all(['own', 'stock'].map((name) => startSide(name, connectorUrl)));
  const [own, stock] = sides as [Side, Side];
  try {
    await compareTurns(own, stock);
    for (const side of sides) await refuse(side);
    await holdIdle(own);
  } finally {
    await Promise.all([...sides.map(({ child }) => child.stop()), connector.stop()]);
  }
}

async function startSide(name: string, connectorUrl: string): Promise<Side> {
  let token = '';
  const child = await startChild('bench/serve-edge.ts', /listening (\d+)/, {}, [connectorUrl, name], (said) => {
    token = /"token":"([^"]+)"/.exec(said)?.[1] ?? '';
  });
  return { name, child, token, connectorUrl };
}

let count = 0;
const message = (serviceUrl: string) =>
  JSON.stringify({
    type: 'message',
    id: `bench-${count++}`,
    text: 'hello',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:bench', name: 'Bench', aadObjectId: '10000000-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: 'a:bench', conversationType: 'personal', tenantId: tenant },
  });

function load({ child, token, connectorUrl }: Side, changes: Partial<Load>): Promise<Measured> {
  return putLoad({
    url: `http://127.0.0.1:${child.port}/api/messages`,
    turns: 1_000,
    atOnce: 8,
    headers: { authorization: `Bearer ${token}` },
    body: () => message(connectorUrl),
    ...changes,
  });
}

async function compareTurns(own: Side, stock: Side): Promise<void> {
  const rates: Record<string, number[]> = { own: [], stock: [] };
  for (let round = -1; round < 5; round++)
    for (const side of round % 2 === 0 ? [own, stock] : [stock, own]) {
      const { perSecond, statuses } = await load(side, {});
      if (statuses[200] !== 1_000) throw new Error(`${side.name}: ${JSON.stringify(statuses)}`);
      if (round >= 0) rates[side.name]?.push(perSecond);
    }
  const [mine, theirs] = [median(rates.own), median(rates.stock)];
  console.log('turns with a good token, 5 rounds of 1,000, 8 at once, medians');
  console.log(
    `  own edge ${mine.toFixed(0)}/s, stock adapter ${theirs.toFixed(0)}/s: ${(mine / theirs).toFixed(2)} of it`,
  );
}

async function refuse(side: Side): Promise<void> {
  const kinds: Readonly<Record<string, Partial<Load>>> = {
    'no token': { headers: {} },
    'junk token, a new key id each': { headersFor: (index) => ({ authorization: `Bearer ${junkToken(index)}` }) },
    'good token, junk body': { body: (index) => `{"type":"message","junk":${index}` },
  };
  const share = Math.ceil(junk / Object.keys(kinds).length);
  console.log(`\n${side.name === 'own' ? 'own edge' : 'stock adapter'}: ${junk} junk requests`);
  const before = side.child.residentMb();
  for (const [name, changes] of Object.entries(kinds)) {
    const { perSecond, statuses } = await load(side, { turns: share, ...changes });
    console.log(`  ${name.padEnd(32)}${perSecond.toFixed(0).padStart(7)}/s  ${JSON.stringify(statuses)}`);
  }
  console.log(`  resident ${before.toFixed(0)} MB before, ${side.child.residentMb().toFixed(0)} MB after`);
}

/** Looks like one of Entra's, of a tenant of its own: the kind that botbuilder keeps an entry for. */
function junkToken(index: number): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tid = `${String(index).padStart(8, '0')}-0000-4000-8000-000000000000`;
  const claims = { iss: `https://login.microsoftonline.com/${tid}/v2.0`, aud: 'x', tid, ver: '2.0', azp: 'x' };
  return `${encode({ alg: 'RS256', kid: `junk-${index}` })}.${encode(claims)}.AAAA`;
}

async function holdIdle(side: Side): Promise<void> {
  const before = side.child.residentMb();
  const sockets: Socket[] = [];
  for (let opened = 0; opened < idle; opened += 500)
    sockets.push(...(await Promise.all(Array.from({ length: 500 }, () => open(side.child.port)))));
  const during = side.child.residentMb();
  const { p50, p99, statuses } = await load(side, { turns: 500 });
  for (const socket of sockets) socket.destroy();
  console.log(`\n${sockets.length} connections on which nobody says anything`);
  console.log(`  resident ${before.toFixed(0)} MB before, ${during.toFixed(0)} MB with them`);
  console.log(`  turns meanwhile: ${JSON.stringify(statuses)}, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

function median(values: readonly number[] = []): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

await main();
