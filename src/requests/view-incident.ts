import { clockTime, longDate } from '../cards/clause-view.ts';
import type { FilledCard } from '../cards/fill.ts';
import { incidentCard } from '../cards/incident.ts';
import type { Button } from '../cards/notice.ts';
import type { TitledText } from '../cards/titled-text.ts';
import type { HistoryLine } from '../casework/history.ts';
import type { GivenParty, IncidentView } from '../casework/incident-view.ts';
import { incidentMoves } from './incident-moves.ts';
import type { Viewer } from './viewer.ts';

const parts = { subject: 'Complained of', target: 'Aimed at', witness: 'Witness' } as const;
const aims = { me: 'the reporter', colleague: 'a colleague', 'someone-else': 'somebody else' } as const;
const safety = {
  yes: 'Says they are safe',
  no: 'SAYS THEY ARE NOT SAFE',
  unsure: 'Is not sure whether they are safe',
} as const;

/**
 * An incident as its card shows it. `notice` is said above it, such as what has just been done; `kept` are words that the
 * viewer had typed into a card that is no longer good.
 */
export function viewIncident(
  incident: IncidentView,
  viewer: Viewer,
  notice = '',
  kept: readonly TitledText[] = [],
): FilledCard {
  return incidentCard({
    reference: incident.reference,
    status: incident.statusLabel,
    userIds: viewer.channelId === '' ? [] : [viewer.channelId],
    notice,
    facts: [...kept, ...stateOf(incident), ...reportOf(incident).slice(0, -1)],
    happened: incident.report.happened,
    history: incident.history.map((line) => ({ when: whenOf(line), what: sentenceOf(line) })),
    readings: readingsOf(incident),
    ...incidentMoves(incident, viewer),
  });
}

export function whenOf({ at }: HistoryLine): string {
  return `${longDate(at)}, ${clockTime(at)}`;
}

/** "Priya Nandakumar acknowledged the report. Message…" */
function sentenceOf({ by, what, text }: HistoryLine): string {
  return `${by} ${what}${text === null ? '.' : `: ${text.replace(/\s*\n\s*/g, ' · ')}`}`;
}

/** How it stands and who is on it. */
function stateOf(incident: IncidentView): readonly TitledText[] {
  const people = incident.people.map(({ role, name }) => `${name} (${role.replaceAll('-', ' ')})`);
  return [
    { title: 'Status', text: `${incident.statusLabel}${incident.paused ? ' (clocks paused)' : ''}` },
    ...(incident.urgency === null ? [] : [{ title: 'Urgency', text: incident.urgency }]),
    { title: 'With', text: [incident.team ?? 'waiting to be routed', ...people].join(', ') },
    ...incident.deadlines.slice(0, 3).map(({ label, by }) => ({ title: label, text: `by ${longDate(by)}` })),
    { title: 'Reporter', text: incident.reporter },
    { title: 'Safe now', text: safety[incident.report.safeNow] },
  ];
}

/** All that the report says, its longest text last. */
export function reportOf({ report, ...incident }: IncidentView): readonly TitledText[] {
  const facts: (TitledText | null)[] = [
    ...incident.parties.map((party) => ({ title: parts[party.part], text: partyWords(party) })),
    report.aimedAt === null ? null : { title: 'Aimed at', text: aims[report.aimedAt] },
    report.relation === null ? null : { title: 'Connection', text: report.relation.replaceAll('-', ' ') },
    { title: 'When', text: report.when },
    report.platform === null ? null : { title: 'Where', text: report.platform },
    report.links.length === 0 ? null : { title: 'Links (not opened)', text: report.links.join(' ') },
    report.characteristic === null
      ? null
      : { title: 'Characteristic', text: report.characteristic.replaceAll('-', ' ') },
    report.wanted === null ? null : { title: 'Wants', text: report.wanted },
    { title: 'What happened', text: report.happened },
  ];
  return facts.filter((fact) => fact !== null);
}

function partyWords({ name, oid, mayBe }: GivenParty): string {
  if (mayBe > 1) return `${name} (may be one of ${mayBe} people of the directory: name the right one below)`;
  if (mayBe === 1) return `${name} (as typed; it fits one person of the directory)`;
  return oid === null ? `${name} (not in the directory)` : name;
}

function readingsOf({ reference, evidence }: IncidentView): readonly Button[] {
  return [
    { title: `Evidence (${evidence.length})`, verb: 'show-evidence', data: { reference, from: 0 } },
    { title: 'The whole report', verb: 'read-incident', data: { reference, part: 'report', from: 0 } },
    { title: 'The whole history', verb: 'read-incident', data: { reference, part: 'history', from: 0 } },
    { title: 'Who has looked at it', verb: 'show-audit', data: { reference, after: 0 } },
  ];
}
