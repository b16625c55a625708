/**
 * What members can do with reports and incidents, for whoever builds cards over it. Every function takes a `Casework`
 * (store, directory, process, routing, clock, ids) and the person of the authenticated activity; authority is looked up
 * anew each time. A "no" is returned as `{ ok: false, refusal }`; a throw is a broken store or our bug.
 *
 * The reporter (`proof.code` is the receipt code of an anonymous report; without it the report must be the person's own):
 * - `fileReport(casework, who, draft, nonce): Result<Receipt>`
 * - `myReports(casework, who): Result<readonly ReporterView[]>`
 * - `reportStatus(casework, who, reference, proof?): Result<ReporterView>`
 * - `addToReport(casework, who, reference, text, proof?): Result<ReporterView>`
 * - `messageCasework(casework, who, reference, text, proof?): Result<ReporterView>`
 * - `withdrawReport(casework, who, reference, reason, proof?): Result<ReporterView>`
 * - `answerCheckIn(casework, who, reference, retaliation, text, proof?): Result<ReporterView>`
 *
 * Those who have a part in the incident:
 * - `openIncident(casework, who, reference): Result<IncidentView>` with `seenVersion` and the `moves` they may make now
 * - `moveIncident(casework, who, reference, move, inputs, seenVersion): Result<IncidentView>`
 *
 * The dispatcher of alerts:
 * - `dueAlerts(casework, limit?): readonly string[]`, `claimAlert(casework, id): ClaimedAlert | undefined`,
 *   `recordDelivery(casework, claim, delivery): boolean`
 */

export type { Casework, Ids, Refusal, Result, Who } from './casework.ts';
export { addToReport, answerCheckIn, messageCasework, withdrawReport } from './change-report.ts';
export { fileReport } from './file-report.ts';
export type { HistoryLine, IncidentView } from './incident-view.ts';
export { moveIncident } from './move-incident.ts';
export type { Proof, ReporterView } from './my-reports.ts';
export { myReports, reportStatus } from './my-reports.ts';
export type { MoveInput, NextMove } from './next-moves.ts';
export { openIncident } from './open-incident.ts';
export { realIds } from './real-ids.ts';
export type { Receipt } from './receipt.ts';
export type { ClaimedAlert } from './send-alerts.ts';
export { claimAlert, dueAlerts, recordDelivery } from './send-alerts.ts';
