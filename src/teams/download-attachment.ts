import { FileTooLarge } from '../requests/file-too-large.ts';
import type { DownloadAttachment } from './read-attachments.ts';
import { type MaySendTo, matchesHost } from './service-hosts.ts';

/** An attachment that is not fetched. */
export class NotDownloaded extends Error {
  override readonly name = 'NotDownloaded';
}

export interface DownloadLimits {
  /** Hosts of files that members share in Teams. Their addresses carry their own permission. */
  readonly hosts: readonly string[];
  readonly bytes: number;
  readonly withinMs: number;
}

export const downloadLimits: DownloadLimits = {
  hosts: ['*.sharepoint.com', '*.sharepoint.us', '*.svc.ms'],
  bytes: 20 * 1024 * 1024,
  withinMs: 20_000,
};

/** Pictures pasted into a message lie with the Bot Connector, and want the bot's token. */
export interface ConnectorAccess {
  readonly maySendTo: MaySendTo;
  readonly authorization: () => Promise<string>;
}

/**
 * Fetches what came with a message, from allowed hosts only, without redirects, within size and time. The bot's token goes
 * to the Bot Connector and to no other host. Throws `NotDownloaded`, or `FileTooLarge`.
 */
export function createDownload(
  connector: ConnectorAccess | null,
  limits: DownloadLimits = downloadLimits,
  get: typeof fetch = fetch,
): DownloadAttachment {
  return async (url) => {
    const headers = await headersFor(url, connector, limits);
    const response = await get(url, { headers, redirect: 'error', signal: AbortSignal.timeout(limits.withinMs) });
    if (!response.ok || response.body === null) throw new NotDownloaded(`answered ${response.status}`);
    return readUpTo(response.body, limits.bytes);
  };
}

async function headersFor(url: string, connector: ConnectorAccess | null, { hosts }: DownloadLimits) {
  if (connector?.maySendTo(url)) return { authorization: await connector.authorization() };
  const { protocol, hostname = '', port, username } = URL.parse(url) ?? {};
  const allowed =
    protocol === 'https:' && port === '' && username === '' && hosts.some((host) => matchesHost(hostname, host));
  if (!allowed) throw new NotDownloaded('host not on the list');
  return {};
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new FileTooLarge('too large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}
