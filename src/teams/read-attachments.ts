import type { Activity, Attachment as ChannelAttachment } from 'botbuilder';
import type { Attachment } from '../requests/turn.ts';

/** Fetches the bytes at an address that came with an activity; within the edge's limits on host, size and time. */
export type DownloadAttachment = (url: string) => Promise<Uint8Array>;

/** The files and pictures of a message. Teams also attaches the message itself as HTML, and cards: those are left out. */
export function readAttachments(activity: Activity, download: DownloadAttachment): readonly Attachment[] {
  return (activity.attachments ?? []).flatMap((attachment) => {
    const url = addressOf(attachment);
    if (url === undefined) return [];
    let bytes: Promise<Uint8Array> | undefined;
    return [
      {
        name: typeof attachment.name === 'string' ? attachment.name : '',
        contentType: attachment.contentType,
        download: () => {
          bytes ??= download(url);
          return bytes;
        },
      },
    ];
  });
}

const sharedFile = 'application/vnd.microsoft.teams.file.download.info';

function addressOf({ contentType, contentUrl, content }: ChannelAttachment): string | undefined {
  if (typeof contentType !== 'string') return undefined;
  if (contentType === sharedFile) return typeof content?.downloadUrl === 'string' ? content.downloadUrl : undefined;
  return contentType.startsWith('image/') && typeof contentUrl === 'string' ? contentUrl : undefined;
}
