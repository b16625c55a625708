import { crisisCard } from '../cards/crisis.ts';
import { actAs, openActAs } from './act-as.ts';
import { addNote, messageReporter, pauseClocks, recuse, resumeClocks, revealIdentity } from './act-on-incident.ts';
import { addToReport } from './add-to-report.ts';
import { answerCheckIn } from './answer-check-in.ts';
import { answerInPublic } from './answer-in-public.ts';
import { askAdvice } from './ask-advice.ts';
import { askPolicy } from './ask-policy.ts';
import { sayWho } from './ask-who-is-meant.ts';
import { checkDraft, openCheckForm } from './check-draft.ts';
import { checkProfile, openProfileForm } from './check-profile.ts';
import type { Context, Handler } from './context.ts';
import { openAnswerFeedback, openFindingFeedback, sendAnswerFeedback, sendFindingFeedback } from './feedback.ts';
import { fileReport } from './file-report.ts';
import { findReference } from './find-reference.ts';
import { mindTheStore } from './mind-the-store.ts';
import { moveIncident } from './move-incident.ts';
import { myIncidents, toldByHand } from './my-incidents.ts';
import { myReports } from './my-reports.ts';
import { nameParty } from './name-party.ts';
import { copyEvidence, leaveEvidence, openEvidence, takeEvidence } from './open-evidence.ts';
import { openIncident } from './open-incident.ts';
import { openMove } from './open-move.ts';
import { openReport } from './open-report.ts';
import { openReportForm } from './open-report-form.ts';
import { outOfScope } from './out-of-scope.ts';
import { readIncident } from './read-incident.ts';
import { refreshIncident } from './refresh-incident.ts';
import { refreshReport, reportStatus } from './report-status.ts';
import type { Request, RequestKind } from './request.ts';
import { searchPolicy } from './search-policy.ts';
import { showAudit } from './show-audit.ts';
import { showEvidence } from './show-evidence.ts';
import { showSection } from './show-section.ts';
import { takeFiles } from './take-files.ts';
import { crisis, help, nothingSaid, smallTalk, subjectAccess, tooLong, unreadable, welcome } from './talk.ts';
import type { AnswerTurn, Reply } from './turn.ts';
import { withdrawReport } from './withdraw-report.ts';

/** What a member can ask, and who answers it. */
const handlers: { readonly [Kind in RequestKind]: Handler<Kind> } = {
  welcome,
  help,
  'small-talk': smallTalk,
  'out-of-scope': outOfScope,
  'find-reference': findReference,
  'nothing-said': nothingSaid,
  'take-files': takeFiles,
  'too-long': tooLong,
  unreadable,
  crisis,
  'subject-access': subjectAccess,
  'ask-policy': askPolicy,
  'show-section': showSection,
  'search-policy': searchPolicy,
  'open-answer-feedback': openAnswerFeedback,
  'send-answer-feedback': sendAnswerFeedback,
  'open-check-form': openCheckForm,
  'check-draft': checkDraft,
  'open-profile-form': openProfileForm,
  'check-profile': checkProfile,
  'open-finding-feedback': openFindingFeedback,
  'send-finding-feedback': sendFindingFeedback,
  'open-report': openReport,
  'open-report-form': openReportForm,
  'ask-advice': askAdvice,
  'file-report': fileReport,
  'say-who': sayWho,
  'my-reports': myReports,
  'report-status': reportStatus,
  'refresh-report': refreshReport,
  'add-to-report': addToReport,
  'withdraw-report': withdrawReport,
  'answer-check-in': answerCheckIn,
  'my-incidents': myIncidents,
  'told-by-hand': toldByHand,
  'open-incident': openIncident,
  'refresh-incident': refreshIncident,
  'read-incident': readIncident,
  'open-move': openMove,
  'show-audit': showAudit,
  'show-evidence': showEvidence,
  'open-evidence': openEvidence,
  'copy-evidence': copyEvidence,
  'take-evidence': takeEvidence,
  'leave-evidence': leaveEvidence,
  'name-party': nameParty,
  'move-incident': moveIncident,
  'add-note': addNote,
  'message-reporter': messageReporter,
  'pause-clocks': pauseClocks,
  'resume-clocks': resumeClocks,
  recuse,
  'reveal-identity': revealIdentity,
  'open-act-as': openActAs,
  'act-as': actAs,
};

/** Answers a turn: words of danger first (C1), then whatever was asked. */
export function makeAnswer(context: Context): AnswerTurn {
  return async (turn) => {
    const { request } = turn;
    const danger = request.kind !== 'crisis' && (saysNotSafe(request) || speaksOfDanger(request, context));
    const handle: AnswerTurn = async (one) =>
      mindTheStore(context, () => (handlers[one.request.kind] as Handler<RequestKind>)(one.request, context, one));
    if (turn.place.kind === 'group' || turn.place.kind === 'channel')
      return answerInPublic(turn, danger, context, handle);
    const first = danger ? [crisisReply(context)] : [];
    return [...first, ...(await handle(turn))];
  };
}

const saysNotSafe = (request: Request): boolean => request.kind === 'file-report' && request.safeNow === 'no';

/** Every text of the request, wherever a member may have typed it. */
export function speaksOfDanger(request: Request, { organisation }: Pick<Context, 'organisation'>): boolean {
  return Object.entries(request).some(
    ([field, value]) =>
      field !== 'kind' && typeof value === 'string' && value !== '' && organisation.seeCrisis(value) !== null,
  );
}

const crisisReply = ({ organisation }: Context): Reply => ({
  kind: 'card',
  card: crisisCard(organisation.support.crisis),
});
