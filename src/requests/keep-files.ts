import { noticeCard } from '../cards/notice.ts';
import { addCaseEvidence } from '../casework/add-case-evidence.ts';
import { done, type Result } from '../casework/casework.ts';
import { addEvidence } from '../casework/evidence.ts';
import { evidenceLimits, type GivenFile } from '../casework/given-file.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import type { ReporterView } from '../casework/my-reports.ts';
import type { Context } from './context.ts';
import { FileTooLarge } from './file-too-large.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Attachment, Reply, Turn } from './turn.ts';
import { viewIncident } from './view-incident.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

/** Files of one message that are looked at; a report takes more in the next message. */
const most = 10;

/** Where files go. `from`: what else was said beside them, which tells a caseworker's colleagues whose they are. */
export interface Destination {
  readonly reference: string;
  readonly code: string;
  readonly from: string;
}

/** Keeps the files of a message with a report: its reporter's own, or what somebody who works on it was given. */
export async function keepFiles(context: Context, turn: Turn, to: Destination): Promise<readonly Reply[]> {
  const problems: string[] = [];
  let latest: Kept | undefined;
  for (const attachment of turn.attachments.slice(0, most)) {
    const name = attachment.name || 'A file';
    const bytes = await download(attachment, context);
    if (typeof bytes === 'string') {
      problems.push(`${name} ${bytes}`);
      continue;
    }
    const added = await keepOne(context, turn, to, { name: attachment.name, bytes });
    if (added.ok) latest = added.value;
    else if (added.refusal.kind === 'bad-inputs')
      problems.push(...added.refusal.problems.map(({ problem }) => `${name}: ${problem}`));
    else return sayRefusal(added.refusal);
  }
  if (turn.attachments.length > most)
    problems.push(`Only the first ${most} files of one message are taken: send the rest as another.`);
  return latest === undefined
    ? showCard(noticeCard('Nothing was kept', problems))
    : showKept(latest, to, problems, context, turn);
}

type Kept = { readonly report: ReporterView } | { readonly incident: IncidentView };

async function keepOne(
  { casework }: Context,
  { actor }: Turn,
  { reference, code, from }: Destination,
  file: GivenFile,
): Promise<Result<Kept>> {
  const own = await addEvidence(casework, actor, reference, file, { code });
  if (own.ok) return done({ report: own.value });
  if (own.refusal.kind !== 'not-found' || code !== '') return own;
  const given = await addCaseEvidence(casework, actor, reference, file, from);
  return given.ok ? done({ incident: given.value }) : given;
}

function showKept(kept: Kept, to: Destination, problems: readonly string[], context: Context, turn: Turn) {
  const viewer = viewerOf(context, turn);
  const words = ['Kept as it came, sealed, and never changed.'];
  if ('report' in kept) return showCard(viewReport(kept.report, to.code, viewer, [...words, ...problems].join(' ')));
  words.push(to.from === '' ? 'If somebody gave it to you, add a note that says who.' : `Recorded as: ${to.from}.`);
  return showCard(viewIncident(kept.incident, viewer, [...words, ...problems].join(' ')));
}

/** The bytes, or why there are none, in words that follow the name. */
async function download(attachment: Attachment, context: Context): Promise<Uint8Array | string> {
  try {
    return await attachment.download();
  } catch (error) {
    if (error instanceof FileTooLarge)
      return `is larger than ${evidenceLimits.bytes / 1_000_000} MB. A screenshot, or a shorter recording, will do.`;
    context.warn('a file could not be fetched', error);
    return 'could not be fetched: try once more.';
  }
}
