import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { FileReply, OfferedFile } from '../requests/turn.ts';
import { downloadLimits } from './download-attachment.ts';
import { sendPatiently } from './send-patiently.ts';
import { matchesHost } from './service-hosts.ts';
import { cardMessage } from './show-card.ts';

/** How a copy reaches the address that Teams gives for it. */
export type Upload = (url: string, bytes: Uint8Array) => Promise<boolean>;

/**
 * Shows a picture in the chat, or offers a copy of it where the channel will not take it; offers a copy of a file; or
 * brings the bytes of one to the member's own OneDrive, once they have said yes.
 */
export async function showFile(context: TurnContext, reply: FileReply, upload: Upload = putFile): Promise<void> {
  if (reply.kind === 'file') return bring(context, reply, upload);
  await sendPatiently(context, cardMessage(reply.card));
  if (reply.kind === 'offer-file') return sendPatiently(context, offerOf(reply.file));
  try {
    await context.sendActivity(pictureOf(reply.picture));
  } catch {
    // Too large for the channel, by limits that its documents give three ways: the picture is not lost.
    await sendPatiently(context, offerOf(reply.otherwise));
  }
}

function pictureOf({ type, bytes }: Extract<FileReply, { kind: 'picture' }>['picture']): Partial<Activity> {
  const contentUrl = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return { type: ActivityTypes.Message, attachments: [{ contentType: type, contentUrl }] };
}

/** The file consent card: Teams asks the member, and sends their answer as `fileConsent/invoke` with an address to put the file. */
function offerOf({ name, size, about, data }: OfferedFile): Partial<Activity> {
  const content = { description: about, sizeInBytes: size, acceptContext: data, declineContext: data };
  const contentType = 'application/vnd.microsoft.teams.card.file.consent';
  return { type: ActivityTypes.Message, attachments: [{ contentType, name, content }] };
}

async function bring(
  context: TurnContext,
  { card, name, bytes }: Extract<FileReply, { kind: 'file' }>,
  upload: Upload,
) {
  const info = uploadInfoOf(context.activity);
  const brought = info !== undefined && (await upload(info.uploadUrl, bytes));
  if (!brought) {
    await sendPatiently(context, {
      type: ActivityTypes.Message,
      text: `${name} could not be copied. Ask for it once more from the list of evidence.`,
      textFormat: 'plain',
    });
    return;
  }
  const contentType = 'application/vnd.microsoft.teams.card.file.info';
  const { contentUrl, uniqueId, fileType } = info;
  await sendPatiently(context, {
    ...cardMessage(card),
    attachments: [
      ...(cardMessage(card).attachments ?? []),
      { contentType, contentUrl, name, content: { uniqueId, fileType } },
    ],
  });
}

interface UploadInfo {
  readonly uploadUrl: string;
  readonly contentUrl: string;
  readonly uniqueId: string;
  readonly fileType: string;
}

function uploadInfoOf({ value }: Activity): UploadInfo | undefined {
  const info = value?.uploadInfo;
  const fields = ['uploadUrl', 'contentUrl', 'uniqueId', 'fileType'];
  return fields.every((field) => typeof info?.[field] === 'string') ? (info as UploadInfo) : undefined;
}

/** Puts a whole file to an address of the organisation's SharePoint, and nowhere else; false where it was not taken. */
export async function putFile(url: string, bytes: Uint8Array, put: typeof fetch = fetch): Promise<boolean> {
  const { protocol, hostname = '', port, username } = URL.parse(url) ?? {};
  const allowed = downloadLimits.hosts.some((host) => matchesHost(hostname, host));
  if (protocol !== 'https:' || port !== '' || username !== '' || !allowed) return false;
  const headers = {
    'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    'content-type': 'application/octet-stream',
  };
  const signal = AbortSignal.timeout(downloadLimits.withinMs);
  try {
    const answer = await put(url, {
      method: 'PUT',
      headers,
      body: new Blob([new Uint8Array(bytes)]),
      redirect: 'error',
      signal,
    });
    return answer.ok;
  } catch {
    return false;
  }
}
