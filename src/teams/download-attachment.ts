import type { DownloadAttachment } from './read-attachments.ts';
import { matchesHost } from './service-hosts.ts';

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

/** Fetches shared files: allowed hosts only, no redirects, within size and time, and without any token of the bot. */
export function createDownload(limits: DownloadLimits = downloadLimits, get: typeof fetch = fetch): DownloadAttachment {
  return async (url) => {
    const { protocol, hostname, port } = URL.parse(url) ?? {};
    if (protocol !== 'https:' || port !== '' || !limits.hosts.some((host) => matchesHost(hostname ?? '', host)))
      throw new NotDownloaded('host not on the list');
    const response = await get(url, { redirect: 'error', signal: AbortSignal.timeout(limits.withinMs) });
    if (!response.ok || response.body === null) throw new NotDownloaded(`answered ${response.status}`);
    return readUpTo(response.body, limits.bytes);
  };
}

async function readUpTo(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new NotDownloaded('too large');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks, size));
}
