import { type Activity, TestAdapter, TurnContext } from 'botbuilder';
import { noticeCard } from '../../src/cards/notice.ts';
import type { FileReply, Reply } from '../../src/requests/turn.ts';
import { putFile, showFile } from '../../src/teams/show-file.ts';
import { activity, type Edge, press, startEdge } from './edge.ts';

const bytes = new Uint8Array([137, 80, 78, 71]);
const card = noticeCard('A picture', ['seen.png']);
const offered = { name: 'seen.png', size: 4, about: 'Evidence', data: { reference: 'CIP-7Q4K9-3VMT2', id: 'e-1' } };
const picture: FileReply = { kind: 'picture', card, picture: { type: 'image/png', bytes }, otherwise: offered };
const file: FileReply = { kind: 'file', card, name: 'seen.png', bytes };
const uploadInfo = {
  ...{ name: 'seen.png', uniqueId: 'u-1', fileType: 'png' },
  contentUrl: 'https://example.sharepoint.com/personal/dana/seen.png',
  uploadUrl: 'https://example.sharepoint.com/upload?token=1',
};
const consent = 'application/vnd.microsoft.teams.card.file.consent';

const types = (edge: Edge) =>
  edge.connector
    .messages()
    .map((message) => message.attachments?.map((one: { contentType: string }) => one.contentType));

let replies: readonly Reply[] = [];
let edge: Edge;
beforeAll(async () => {
  edge = await startEdge({ answer: async () => replies });
});
afterAll(() => edge.stop());
beforeEach(() => {
  edge.connector.calls.length = 0;
  edge.turns.length = 0;
});

describe('a picture', () => {
  test('is shown below its card', async () => {
    replies = [picture];
    await edge.post(press(edge.connector, 'open-evidence'));
    expect(types(edge)).toEqual([['application/vnd.microsoft.card.adaptive'], ['image/png']]);
    expect(edge.connector.messages()[1].attachments[0].contentUrl).toBe('data:image/png;base64,iVBORw==');
  });

  test('that is too large for the channel is offered as a copy', async () => {
    replies = [picture];
    edge.connector.plan.push({ status: 201, body: { id: 'card' } }, { status: 413 });
    await edge.post(press(edge.connector, 'open-evidence'));
    expect(types(edge).at(-1)).toEqual([consent]);
  });
});

describe('a file', () => {
  test('that is offered names its size, and carries back only where it lies', async () => {
    replies = [{ kind: 'offer-file', card, file: offered }];
    await edge.post(press(edge.connector, 'copy-evidence'));
    expect(edge.connector.messages()[1].attachments[0]).toMatchObject({
      ...{ contentType: consent, name: 'seen.png' },
      content: { sizeInBytes: 4, acceptContext: offered.data, declineContext: offered.data },
    });
  });

  test('goes nowhere but to the organisation, and its owner is told', async () => {
    replies = [file];
    const value = {
      type: 'fileUpload',
      action: 'accept',
      context: offered.data,
      uploadInfo: { ...uploadInfo, uploadUrl: `${edge.connector.url}take` },
    };
    const answer = await edge.post(activity(edge.connector, { type: 'invoke', name: 'fileConsent/invoke', value }));
    expect(answer.status).toBe(200);
    expect(edge.connector.calls.map(({ method }) => method)).toEqual(['POST']);
    expect(edge.connector.messages()[0].text).toContain('could not be copied');
  });

  test('is brought to the address that Teams gave, and linked', async () => {
    const adapter = new TestAdapter(async () => {});
    const put: string[] = [];
    const context = new TurnContext(adapter, {
      ...activity(edge.connector),
      value: { uploadInfo },
    } as unknown as Activity);
    await showFile(context, file, async (url) => put.push(url) > 0);
    expect(put).toEqual([uploadInfo.uploadUrl]);
    expect(adapter.activityBuffer[0]?.attachments?.map(({ contentType }) => contentType)).toEqual([
      'application/vnd.microsoft.card.adaptive',
      'application/vnd.microsoft.teams.card.file.info',
    ]);
  });
});

describe('a card that takes the place of the pressed one', () => {
  test('for good changes the message too, and answers the press even where that is gone', async () => {
    replies = [{ kind: 'replace', card, lasting: true }];
    const first = await edge.post(press(edge.connector, 'file-report'));
    edge.connector.plan.push({ status: 404 });
    const second = await edge.post(press(edge.connector, 'file-report'));
    expect(edge.connector.calls.map(({ method, url }) => [method, url.split('/').at(-1)])).toEqual([
      ['PUT', 'card-1'],
      ['PUT', 'card-1'],
    ]);
    for (const { json } of [first, second]) expect(json).toMatchObject({ value: card.content });
  });

  test('for now changes no message: one that renews itself would never rest', async () => {
    replies = [{ kind: 'replace', card }];
    await edge.post(press(edge.connector, 'refresh-incident'));
    expect(edge.connector.calls).toEqual([]);
  });
});

describe('the bytes', () => {
  const answering = (ok: boolean) => {
    const asked: { url: string; range: string | null }[] = [];
    const put = async (url: unknown, init?: RequestInit) => {
      asked.push({ url: String(url), range: new Headers(init?.headers).get('content-range') });
      return new Response(null, { status: ok ? 201 : 507 });
    };
    return { asked, put: put as typeof fetch };
  };

  test('are put whole', async () => {
    const { asked, put } = answering(true);
    expect(await putFile(uploadInfo.uploadUrl, bytes, put)).toBe(true);
    expect(asked).toEqual([{ url: uploadInfo.uploadUrl, range: 'bytes 0-3/4' }]);
  });

  test('that are not taken are said to be so', async () => {
    expect(await putFile(uploadInfo.uploadUrl, bytes, answering(false).put)).toBe(false);
  });

  test.each([
    'http://example.sharepoint.com/upload',
    'https://example.sharepoint.com:8443/upload',
    'https://sharepoint.com.evil.example/upload',
    'https://name@example.sharepoint.com/upload',
    'https://169.254.169.254/upload',
    'nonsense',
  ])('are put to no such address: %s', async (url) => {
    const { asked, put } = answering(true);
    expect(await putFile(url, bytes, put)).toBe(false);
    expect(asked).toEqual([]);
  });
});
