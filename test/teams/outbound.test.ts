import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Turn } from '../../src/requests/turn.ts';
import { createDownload, downloadLimits } from '../../src/teams/download-attachment.ts';
import { activity } from './edge.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';
import { type GuardedEdge, outboundToken, startGuardedEdge } from './guarded-edge.ts';
import { toyAnswer } from './toy-answer.ts';

/** An edge as deployed, a listener that notes whatever reaches it, and a product that fetches every file it is shown. */
let edge: GuardedEdge;
let trap: FakeConnector;
let fetched: string[];

async function fetchAll(turn: Turn) {
  for (const attachment of turn.attachments)
    fetched.push(
      await attachment.download().then(
        (bytes) => `got ${bytes.length}`,
        (error: Error) => error.name,
      ),
    );
  return toyAnswer(turn);
}

beforeAll(async () => {
  trap = await startFakeConnector();
  edge = await startGuardedEdge({ answer: fetchAll });
});
afterAll(async () => {
  await edge.stop();
  await trap.close();
});
beforeEach(() => {
  fetched = [];
  trap.calls.length = 0;
  edge.connector.calls.length = 0;
  edge.connector.plan.length = 0;
});

const send = async (changes: object, claims: object = {}) =>
  edge.post(activity(edge.connector, { text: 'hello', ...changes }), {
    authorization: `Bearer ${await edge.token({ claims: { ...claims } })}`,
  });
const file = (downloadUrl: string) => ({
  ...{ contentType: 'application/vnd.microsoft.teams.file.download.info', name: 'x.png' },
  content: { downloadUrl, uniqueId: '1', fileType: 'png' },
});
const picture = (contentUrl: string) => ({ contentType: 'image/png', name: 'x.png', contentUrl });
const trapped = () => trap.url.replace('/teams/', '/v3/attachments/1/views/original');

describe("the bot's token reaches no other listener", () => {
  const cases: readonly (readonly [string, () => object])[] = [
    ['as a service address', () => ({ serviceUrl: trap.url })],
    ['as a service address that the token agrees to', () => ({ serviceUrl: trap.url })],
    ['as a picture', () => ({ attachments: [picture(trapped())] })],
    ['as a shared file', () => ({ attachments: [file(trapped())] })],
    [
      'as a picture, dressed as the connector',
      () => ({ attachments: [picture(`${edge.connector.url.replace('//', '//x@')}1`)] }),
    ],
    [
      'as a file with the connector as its user',
      () => ({ attachments: [file(trapped().replace('//', '//smba.trafficmanager.net@'))] }),
    ],
    [
      'in the conversation',
      () => ({ conversation: { ...activity(edge.connector).conversation, id: `../../${trap.url}` } }),
    ],
    ['as the message answered to', () => ({ replyToId: `../../../${trap.url}`, value: { verb: 'replace' } })],
    ['as the conversation it relates to', () => ({ relatesTo: { serviceUrl: trap.url, conversation: { id: 'a:1' } } })],
    [
      'in the data of the channel',
      () => ({ channelData: { ...activity(edge.connector).channelData, serviceUrl: trap.url, onBehalfOf: trap.url } }),
    ],
    [
      'as the place for a file',
      () => ({
        type: 'invoke',
        name: 'fileConsent/invoke',
        value: { action: 'accept', uploadInfo: { uploadUrl: trap.url } },
      }),
    ],
    ['as the caller', () => ({ callerId: trap.url, deliveryMode: 'expectReplies' })],
  ];
  test.each(cases)('%s', async (...[name, changes]) => {
    await send(changes(), name.includes('agrees') ? { serviceurl: trap.url } : {});
    expect(trap.calls).toEqual([]);
    for (const { headers } of edge.connector.calls) expect(headers.authorization).toBe(outboundToken);
    for (const { url } of edge.connector.calls) expect(url).toMatch(/^\/teams\/v3\/conversations\/[^/]+\/activities/);
    expect(fetched.filter((outcome) => outcome.startsWith('got'))).toEqual([]);
  });

  test.each([301, 302, 303, 307, 308])(
    'by a redirect of the connector with %i, of a reply and of a picture',
    async (status) => {
      const away = { status, headers: { location: trapped() } };
      edge.connector.plan.push(away, away, away, away);
      await send({ attachments: [picture(`${edge.connector.url}v3/attachments/1`)] });
      expect(trap.calls).toEqual([]);
      expect(fetched).toEqual(['TypeError']);
    },
  );
});

test('a picture that lies with the connector is fetched with the token', async () => {
  edge.connector.plan.push({ status: 200, body: { bytes: 'x' } });
  await send({ attachments: [picture(`${edge.connector.url}v3/attachments/1`)] });
  expect(fetched).toEqual(['got 13']);
  expect(edge.connector.calls[0]?.headers.authorization).toBe(outboundToken);
});

test.each([
  ['drips for ever', { ...downloadLimits, withinMs: 300 }, 'TimeoutError'],
  ['sends more than was allowed', { ...downloadLimits, bytes: 50 }, 'FileTooLarge'],
])('a source that %s is given up', async (_name, limits, error) => {
  const server = createServer((_request, response) => {
    const timer = setInterval(() => response.write('0123456789'), 20);
    response.on('close', () => clearInterval(timer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const access = { maySendTo: (address: string) => address.startsWith(url), authorization: async () => 'Bearer x' };
  await expect(createDownload(access, limits)(url)).rejects.toMatchObject({ name: error });
  server.closeAllConnections();
  server.close();
});
