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
 * - `addEvidence(casework, who, reference, { name, bytes }, proof?): Result<ReporterView>`
 * - `openNames(casework, who, reference, proof?): Result<readonly OpenName[]>`, the names of the report that are unclear
 * - `sayWhoIsMeant(casework, who, reference, { part, name, oid }, proof?): Result<ReporterView>`
 * - `findPeople(casework, who, typed): Result<readonly FoundPerson[]>`, whom a typed name can mean
 *
 * Those who have a part in the incident:
 * - `openIncident(casework, who, reference): Result<IncidentView>` with `seenVersion` and the `moves` they may make now
 * - `refreshIncident(casework, who, reference): Result<IncidentView>`, the same for a card that renews itself
 * - `moveIncident(casework, who, reference, move, inputs, seenVersion): Result<IncidentView>`
 * - `myIncidents(casework, who, filter?): Result<IncidentPage>`, soonest due first, a page at a time
 * - `addNote(casework, who, reference, text)`, `messageReporter(casework, who, reference, text)`,
 *   `pauseClocks(casework, who, reference, reason)`, `resumeClocks(casework, who, reference)`,
 *   `nameParty(casework, who, reference, { part, name, oid })`: each a `Result<IncidentView>`
 * - `recuse(casework, who, reference, reason): Result<{ reference }>`
 * - `revealIdentity(casework, who, reference, reason): Result<RevealedIdentity>`, for the identity custodian
 * - `listEvidence(casework, who, reference): Result<EvidenceList>`, `openEvidence(casework, who, reference, id): Result<OpenedEvidence>`
 * - `addCaseEvidence(casework, who, reference, { name, bytes }, from): Result<IncidentView>`, what somebody gave them
 * - `auditTrail(casework, who, reference, after?, limit?): Result<readonly AuditLine[]>`
 * - `undelivered(casework, who): Result<readonly UndeliveredAlert[]>`, `toldByHand(casework, who, alertId): Result<{ reference }>`
 * - `exportPerson(casework, who, oid): Result<PersonExport>`, for an information governance officer (F3)
 *
 * The scheduler, on every replica, every minute:
 * - `runClocks(casework, limit?): number` of records changed
 *
 * The dispatcher of alerts:
 * - `dueAlerts(casework, limit?): readonly string[]`, `claimAlert(casework, id): ClaimedAlert | undefined`,
 *   `recordDelivery(casework, claim, delivery): boolean`
 * - `openedAlert(casework, who, reference, alertId): AlertNotice | null`, the alert that something was opened by
 * - `sentCards(casework, reference): readonly SentCard[]`, the cards to replace when the incident moves
 */

export { addNote, messageReporter, nameParty, pauseClocks, recuse, resumeClocks } from './act-on-incident.ts';
export { addCaseEvidence } from './add-case-evidence.ts';
export type { AuditLine } from './audit-trail.ts';
export { auditTrail } from './audit-trail.ts';
export type { Casework, Ids, Refusal, Result, Who } from './casework.ts';
export { addToReport, answerCheckIn, messageCasework, withdrawReport } from './change-report.ts';
export type { OpenedEvidence } from './evidence.ts';
export { addEvidence, openEvidence } from './evidence.ts';
export type { ExportedIncident, PersonExport } from './export-person.ts';
export { exportPerson } from './export-person.ts';
export { fileReport } from './file-report.ts';
export type { FoundPerson } from './find-people.ts';
export { findPeople } from './find-people.ts';
export type { GivenFile } from './given-file.ts';
export { evidenceLimits } from './given-file.ts';
export type { HistoryLine } from './history.ts';
export type { IncidentView } from './incident-view.ts';
export type { EvidenceLine, EvidenceList } from './list-evidence.ts';
export { listEvidence } from './list-evidence.ts';
export { moveIncident } from './move-incident.ts';
export type { Cursor, IncidentFilter, IncidentPage, IncidentRow } from './my-incidents.ts';
export { myIncidents } from './my-incidents.ts';
export type { Proof, ReporterView } from './my-reports.ts';
export { myReports, reportStatus } from './my-reports.ts';
export type { MoveInput, NextMove } from './next-moves.ts';
export { openIncident, refreshIncident } from './open-incident.ts';
export type { GivenPart, OpenName } from './open-names.ts';
export { openNames } from './open-names.ts';
export { openedAlert } from './opened-alert.ts';
export { realIds } from './real-ids.ts';
export type { Receipt } from './receipt.ts';
export type { RevealedIdentity } from './reveal-identity.ts';
export { revealIdentity } from './reveal-identity.ts';
export { runClocks } from './run-clocks.ts';
export { sayWhoIsMeant } from './say-who-is-meant.ts';
export type { ClaimedAlert } from './send-alerts.ts';
export { claimAlert, dueAlerts, recordDelivery } from './send-alerts.ts';
export type { SentCard } from './sent-cards.ts';
export { sentCards } from './sent-cards.ts';
export { toldByHand } from './told-by-hand.ts';
export type { UndeliveredAlert } from './undelivered.ts';
export { undelivered } from './undelivered.ts';
