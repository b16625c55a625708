import { noticeCard } from '../cards/notice.ts';
import { myReports, type ReporterView } from '../casework/my-reports.ts';
import { checkDraft } from './check-draft.ts';
import type { Handler } from './context.ts';
import { keepFiles } from './keep-files.ts';
import { reportingOff } from './open-report.ts';
import { codeIn, referenceIn } from './receipt-words.ts';
import { showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply } from './turn.ts';

/** Files in chat are evidence for a report, unless a draft to be checked came with them. */
export const takeFiles: Handler<'take-files'> = async ({ said, meant }, context, turn) => {
  if (meant.kind === 'check-draft') return checkDraft(meant, context, turn);
  if (!context.switches.reporting) return showCard(reportingOff(context));
  const code = codeIn.exec(said)?.[0] ?? '';
  const named = referenceIn.exec(said.replace(code, ''))?.[0];
  if (named !== undefined)
    return keepFiles(context, turn, { reference: named, code, from: withoutBoth(said, named, code) });
  const own = await myReports(context.casework, turn.actor);
  if (!own.ok) return sayRefusal(own.refusal);
  const open = own.value.filter(({ ended }) => !ended);
  const [only] = open;
  return only !== undefined && open.length === 1
    ? keepFiles(context, turn, { reference: only.reference, code: '', from: '' })
    : whichReport(open);
};

/** What was said besides the reference and the code: whose the file is, if somebody else sends it. */
function withoutBoth(said: string, reference: string, code: string): string {
  return said
    .replace(reference, ' ')
    .replace(code, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;.-]+|[\s,:;.-]+$/g, '');
}

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
