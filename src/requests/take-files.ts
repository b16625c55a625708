import { noticeCard } from '../cards/notice.ts';
import { addEvidence, evidenceLimits } from '../casework/evidence.ts';
import { myReports, type ReporterView } from '../casework/my-reports.ts';
import { checkDraft } from './check-draft.ts';
import type { Context, Handler } from './context.ts';
import { FileTooLarge } from './file-too-large.ts';
import { reportingOff } from './open-report.ts';
import { codeIn, referenceIn } from './receipt-words.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Attachment, Reply, Turn } from './turn.ts';
import { viewReport } from './view-report.ts';
import { viewerOf } from './viewer.ts';

/** Files of one message that are looked at; a report takes more in the next message. */
const most = 10;

/** Files in chat are evidence for a report, unless a draft to be checked came with them. */
export const takeFiles: Handler<'take-files'> = async ({ said, meant }, context, turn) => {
  if (meant.kind === 'check-draft') return checkDraft(meant, context, turn);
  if (!context.switches.reporting) return showCard(reportingOff(context));
  const code = codeIn.exec(said)?.[0] ?? '';
  const named = referenceIn.exec(said.replace(code, ''))?.[0];
  if (named !== undefined) return keep(context, turn, named, code);
  const own = await myReports(context.casework, turn.actor);
  if (!own.ok) return sayRefusal(own.refusal);
  const open = own.value.filter(({ ended }) => !ended);
  const [only] = open;
  return only !== undefined && open.length === 1 ? keep(context, turn, only.reference, '') : whichReport(open);
};

function whichReport(open: readonly ReporterView[]): readonly Reply[] {
  if (open.length > 0)
    return showCard(
      noticeCard('Which report is this for?', [
        'Nothing was kept yet. Send it again with the reference in the same message.',
        ...open.map(({ reference, statusLabel }) => `${reference}: ${statusLabel}`),
      ]),
    );
  return showCard(
    noticeCard(
      'I keep files for a report only',
      [
        'Nothing was kept. Make a report first, then send it again. For a report without your name, write its reference and code beside the file.',
      ],
      { buttons: [{ title: 'Report bullying', verb: 'open-report' }] },
    ),
  );
}

async function keep(context: Context, turn: Turn, reference: string, code: string): Promise<readonly Reply[]> {
  const problems: string[] = [];
  let latest: ReporterView | undefined;
  for (const attachment of turn.attachments.slice(0, most)) {
    const bytes = await download(attachment, context);
    if (typeof bytes === 'string') {
      problems.push(`${attachment.name || 'A file'} ${bytes}`);
      continue;
    }
    const added = await addEvidence(
      context.casework,
      turn.actor,
      reference,
      { name: attachment.name, bytes },
      { code },
    );
    if (added.ok) latest = added.value;
    else if (added.refusal.kind === 'bad-inputs')
      problems.push(...added.refusal.problems.map(({ problem }) => `${attachment.name || 'A file'}: ${problem}`));
    else return sayRefusal(added.refusal);
  }
  if (turn.attachments.length > most)
    problems.push(`Only the first ${most} files of one message are taken: send the rest as another.`);
  if (latest === undefined) return showCard(noticeCard('Nothing was kept', problems));
  return showCard(
    viewReport(
      latest,
      code,
      viewerOf(context, turn),
      ['Kept as it came, sealed, and never changed.', ...problems].join(' '),
    ),
  );
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
