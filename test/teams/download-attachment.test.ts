import { createDownload, downloadLimits, NotDownloaded } from '../../src/teams/download-attachment.ts';

const asked: { url: string; init: RequestInit | undefined }[] = [];
const answering = (response: () => Response) => async (url: unknown, init?: RequestInit) => {
  asked.push({ url: String(url), init });
  return response();
};
const download = (response: () => Response, limits = downloadLimits) =>
  createDownload(connector, limits, answering(response) as typeof fetch);
const connector = {
  maySendTo: (url: string) => url.startsWith('https://connector.example.org/'),
  authorization: async () => 'Bearer the-token-of-the-bot',
};
beforeEach(() => {
  asked.length = 0;
});

test("a shared file is fetched from SharePoint, without redirects and without the bot's token", async () => {
  const bytes = await download(() => new Response('picture'))(
    'https://example.sharepoint.com/personal/x/download?tempauth=1',
  );
  expect(new TextDecoder().decode(bytes)).toBe('picture');
  expect(asked[0]?.init?.redirect).toBe('error');
  expect(new Headers(asked[0]?.init?.headers).has('authorization')).toBe(false);
});

test("a pasted picture is fetched from the connector with the bot's token, and no redirect takes that further", async () => {
  await download(() => new Response('picture'))('https://connector.example.org/v3/attachments/1');
  expect(new Headers(asked[0]?.init?.headers).get('authorization')).toBe('Bearer the-token-of-the-bot');
  expect(asked[0]?.init?.redirect).toBe('error');
});

test.each([
  'http://example.sharepoint.com/x',
  'https://sharepoint.com.evil.example/x',
  'https://evilsharepoint.com/x',
  'https://example.sharepoint.com:8443/x',
  'https://169.254.169.254/metadata/identity',
  'https://127.0.0.1/x',
  'file:///etc/passwd',
  'no address',
])('nothing is fetched from %s', async (url) => {
  await expect(download(() => new Response('x'))(url)).rejects.toThrow(NotDownloaded);
  expect(asked).toEqual([]);
});

test('a file over the limit is given up, without reading it to its end', async () => {
  let pulled = 0;
  const endless = () =>
    new Response(
      new ReadableStream({
        pull(controller) {
          pulled++;
          controller.enqueue(new Uint8Array(1_000));
        },
      }),
    );
  const limited = download(endless, { ...downloadLimits, bytes: 5_000 });
  await expect(limited('https://example.sharepoint.com/x')).rejects.toThrow('too large');
  expect(pulled).toBeLessThan(10);
});

test('a file that cannot be had is an error', async () => {
  await expect(download(() => new Response('no', { status: 404 }))('https://example.sharepoint.com/x')).rejects.toThrow(
    '404',
  );
});
