import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { pressShapes } from '../../src/requests/press-shapes.ts';
import { who } from '../casework/world.ts';
import { type FakeConnector, startFakeConnector } from '../teams/fake-connector.ts';
import { freePort, type Product, startProduct } from './product.ts';

jest.setTimeout(180_000);

/** Words that stand in everything that a member can say, press, name or upload here, and may be found nowhere outside. */
const canary = 'kanarienvogel';
const person = 'cafe0000-1111-4222-8333-444455556666';

let product: Product;
let connector: FakeConnector;
let health: string;
let statuses: number[];

beforeAll(async () => {
  connector = await startFakeConnector();
  const port = await freePort();
  health = `http://127.0.0.1:${port}`;
  const settings = {
    HEALTH_PORT: `${port}`,
    TURNS_PER_PERSON: '0',
    TRACING_MODULE: './test/end-to-end/print-spans.mjs',
  };
  product = await startProduct(settings);
  statuses = await sayItEverywhere();
}, 180_000);
afterAll(async () => {
  await product?.stop();
  await connector?.close();
});

let count = 0;
const activity = (changes: object, serviceUrl = connector.url) => ({
  ...{ id: `${canary}-${count++}`, channelId: 'msteams', serviceUrl },
  from: { id: `29:${canary}`, name: `Dana ${canary}`, aadObjectId: person },
  recipient: { id: '28:bot', name: 'Can I Post?' },
  conversation: { id: `a:${canary}`, conversationType: 'personal', tenantId: '20000000-0000-4000-8000-000000000001' },
  ...changes,
});

async function post(body: object | string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(product.botUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await answer.text();
  return answer.status;
}

/** Data for a verb: the canary in every field, or in those that are free text. */
function dataOf(verb: keyof typeof pressShapes, everywhere: boolean): object {
  const usual: Readonly<Record<string, unknown>> = {
    ...{ level: 'anonymous', safeNow: 'yes', part: 'witness', retaliation: 'no', version: 1, from: 0, after: 0 },
    ...{ reference: 'CIP-7Q4K9-3VMT2', nonce: `nonce-${canary}-${count++}`, clause: '6.1.3', rule: 'bullying' },
  };
  const fields = Object.keys(pressShapes[verb].shape);
  return Object.fromEntries(fields.map((field) => [field, (!everywhere && usual[field]) || `${canary} in ${field}`]));
}

function pressesOf(verb: keyof typeof pressShapes): object[] {
  return [true, false].flatMap((everywhere) => {
    const data = dataOf(verb, everywhere);
    const value = { action: { type: 'Action.Execute', verb, data } };
    return [
      activity({ type: 'invoke', name: 'adaptiveCard/action', value }),
      activity({ type: 'message', value: { verb, ...data } }),
      activity({ type: 'invoke', name: 'task/submit', value: { data: { verb, ...data } } }),
      activity({ type: 'invoke', name: 'composeExtension/submitAction', value: { data: { verb, ...data } } }),
    ];
  });
}

const chosen = {
  ...{ id: '1', createdDateTime: '2026-11-23T09:00:00Z', linkToMessage: `https://teams.microsoft.com/${canary}` },
  from: { user: { id: person, displayName: `Tom ${canary}` } },
  body: { contentType: 'html', content: `<p>Tom ${canary} is a lazy idiot</p>` },
};

function spoken(): object[] {
  const group = { id: `19:${canary}@thread.v2`, conversationType: 'groupChat', isGroup: true };
  const conversation = { ...group, tenantId: '20000000-0000-4000-8000-000000000001' };
  const texts = [
    `What does the policy say about ${canary}?`,
    `Can I post this? ${canary} in bay 4 is a lazy idiot, call 07700 900123`,
    `I want to report ${canary} for bullying`,
    `${canary} makes me want to kill myself`,
    `CIP-7Q4K9-3VMT2 ${canary}`,
    `act as ${canary}`,
  ];
  const actions = ['check-message', 'report-message', canary].map((commandId) => ({
    commandId,
    messagePayload: chosen,
  }));
  const search = { commandId: 'search-policy', parameters: [{ name: 'words', value: `photo ${canary}` }] };
  const file = { contentType: 'application/vnd.microsoft.teams.file.download.info', name: `${canary}.png` };
  const content = { downloadUrl: `https://${canary}.example.org/x`, uniqueId: canary, fileType: 'png' };
  const consent = { action: 'accept', context: dataOf('take-evidence', false), uploadInfo: { uploadUrl: canary } };
  return [
    ...texts.flatMap((text) => [
      activity({ type: 'message', text }),
      activity({ type: 'message', text, conversation }),
    ]),
    ...texts.map((text) => activity({ type: 'message', text }, 'http://127.0.0.1:9/nobody/')),
    ...actions.map((value) => activity({ type: 'invoke', name: 'composeExtension/fetchTask', value })),
    activity({ type: 'invoke', name: 'composeExtension/query', value: search }),
    activity({ type: 'message', text: canary, attachments: [{ ...file, content }] }),
    activity({ type: 'invoke', name: 'fileConsent/invoke', value: consent }),
    activity({ type: 'invoke', name: canary, value: { [canary]: canary } }),
    activity({ type: canary, text: canary }),
    activity({ type: 'installationUpdate', action: 'add' }),
    activity({ type: 'message', text: canary, from: { id: canary } }),
    activity({ type: 'message', text: canary, channelId: canary }),
    activity({ type: 'message', text: canary, recipient: canary }),
  ];
}

/** Everything that the tab can be asked, and what it cannot. */
async function askTheTab(): Promise<number[]> {
  const root = new URL(product.botUrl).origin;
  const headers = { authorization: `Local ${who('Priya').oid}`, 'content-type': 'application/json' };
  const paths = [`search?words=${canary}`, `incidents/${canary}`, `incidents/CIP-7Q4K9-3VMT2/evidence/${canary}`];
  const more = [`incidents/${canary}/audit?after=${canary}`, `watch?reference=${canary}`, `${canary}?${canary}`, 'me'];
  const asked = [...paths, ...more, `figures/${canary}`, `incidents?status=${canary}&afterId=${canary}`].map(
    (path) => ({
      url: `${root}/tab/api/${path}`,
      init: { headers },
    }),
  );
  const acts = Object.keys(pressShapes).map((verb) => {
    const data = dataOf(verb as keyof typeof pressShapes, false);
    return { url: `${root}/tab/api/act`, init: { method: 'POST', headers, body: JSON.stringify({ verb, data }) } };
  });
  const question = { url: `${root}/tab/api/ask`, init: { method: 'POST', headers, body: `{"question":"${canary}"}` } };
  const broken = { ...question, init: { ...question.init, body: `{"question":"${canary}` } };
  const nobody = { url: `${root}/tab/api/me`, init: { headers: { authorization: `Bearer ${canary}` } } };
  const statuses: number[] = [];
  for (const { url, init } of [...asked, ...acts, question, broken, nobody]) {
    const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(20_000) });
    await answer.body?.cancel();
    statuses.push(answer.status);
  }
  return statuses;
}

async function sayItEverywhere(): Promise<number[]> {
  const statuses: number[] = [];
  for (const verb of Object.keys(pressShapes) as (keyof typeof pressShapes)[])
    statuses.push(...(await Promise.all(pressesOf(verb).map((one) => post(one)))));
  for (const one of spoken()) statuses.push(await post(one));
  statuses.push(await post(`{"${canary}":`), await post({ [canary]: canary }));
  statuses.push(await post(activity({ type: 'message', text: canary }), { authorization: `Bearer ${canary}` }));
  statuses.push(await post(activity({ type: 'message', text: canary }), { 'content-type': canary }));
  statuses.push(await post(activity({ type: 'message', text: canary }), { origin: `https://${canary}.example.org` }));
  return [...statuses, ...(await askTheTab())];
}

async function page(path: string): Promise<string> {
  return (await fetch(`${health}${path}`)).text();
}

const words = [canary, '07700 900123', Buffer.from(canary).toString('base64').slice(0, -2)];

/** What must not be found: the words, and who said them. Case and the usual encodings aside. */
function expectClean(sink: string, secrets = [...words, person]): void {
  const small = sink.toLowerCase();
  for (const secret of secrets)
    expect(small.includes(secret.toLowerCase()) ? around(small, secret.toLowerCase()) : '').toBe('');
}

const around = (text: string, secret: string) =>
  text.slice(Math.max(0, text.indexOf(secret) - 200), text.indexOf(secret) + 60);

test('it was really said, answered, refused and broken', () => {
  expect(statuses.length).toBeGreaterThan(300);
  for (const status of [200, 400, 403, 404, 415, 422]) expect(statuses).toContain(status);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(JSON.stringify(connector.calls)).toContain(canary);
});

test('the log has none of it, though it tells of turns, refusals and failures, each with a request id', () => {
  const log = readFileSync(join(product.dataFolder, 'log.jsonl'), 'utf8');
  expectClean(log);
  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const msg of ['turn', 'turn failed', 'request refused', 'tab request refused'])
    expect(lines.find((line) => line.msg === msg)?.requestId).toMatch(/^[0-9a-f-]{36}$/);
});

test('nor has what it prints, traces included', () => {
  const printed = product.output();
  expectClean(printed);
  for (const span of ['receive', 'turn', 'send']) expect(printed).toContain(`span {"name":"${span}"`);
  expect(printed).toContain('"status":{"code":2}');
});

test.each([
  ['/metrics', 'turn_seconds_count{request="file-report",outcome="answered"}'],
  ['/healthz', '"ok":true'],
  ['/readyz', '"directory":true'],
])('nor has %s', async (path, said) => {
  const text = await page(path);
  expect(text).toContain(said);
  expectClean(text);
});

test('nor does any file of the store have it in clear', () => {
  const files = readdirSync(product.dataFolder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(product.dataFolder, name))
    .filter((file) => statSync(file).isFile() && !file.includes('playground'));
  expect(files.some((file) => file.endsWith('store.sqlite'))).toBe(true);
  // Whose chat with the bot it is stands in clear, as the id of that record (ARCHITECTURE.md).
  for (const file of files) expectClean(readFileSync(file, 'latin1'), words);
});
