import { longDate } from '../cards/clause-view.ts';
import type { FilledCard } from '../cards/fill.ts';
import { incidentCard, type MoveView } from '../cards/incident.ts';
import type { TitledText } from '../cards/titled-text.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import type { NextMove } from '../casework/next-moves.ts';

const parts = { subject: 'Complained of', target: 'Aimed at', witness: 'Witness' } as const;
const aims = { me: 'the reporter', colleague: 'a colleague', 'someone-else': 'somebody else' } as const;
const safety = {
  yes: 'Says they are safe',
  no: 'SAYS THEY ARE NOT SAFE',
  unsure: 'Is not sure whether they are safe',
} as const;

/** An incident as its card shows it. `notice` is said above it, such as what has just been done. */
export function viewIncident(incident: IncidentView, notice = ''): FilledCard {
  return incidentCard({
    reference: incident.reference,
    status: incident.statusLabel,
    notice,
    facts: factsOf(incident),
    happened: incident.report.happened,
    history: incident.history.map(({ at, by, what, text }) => ({
      when: longDate(at),
      what: `${by}: ${what}${text === null ? '' : `. ${text}`}`,
    })),
    moves: incident.moves.map((move) => viewMove(move, incident)),
    also: alsoOf(incident),
  });
}

function factsOf({ report, ...incident }: IncidentView): readonly TitledText[] {
  const facts: (TitledText | null)[] = [
    { title: 'Status', text: `${incident.statusLabel}${incident.paused ? ' (clocks paused)' : ''}` },
    {
      title: 'With',
      text: [
        incident.team ?? 'waiting to be routed',
        ...incident.people.map(({ role, name }) => `${name} (${role.replaceAll('-', ' ')})`),
      ].join(', '),
    },
    ...incident.deadlines.slice(0, 3).map(({ label, by }) => ({ title: label, text: `by ${longDate(by)}` })),
    { title: 'Reporter', text: incident.reporter },
    { title: 'Safe now', text: safety[report.safeNow] },
    ...incident.parties.map(({ part, name }) => ({ title: parts[part], text: name })),
    report.aimedAt === null ? null : { title: 'Aimed at', text: aims[report.aimedAt] },
    report.relation === null ? null : { title: 'Connection', text: report.relation.replaceAll('-', ' ') },
    { title: 'When', text: report.when },
    report.platform === null ? null : { title: 'Where', text: report.platform },
    report.links.length === 0 ? null : { title: 'Links (not opened)', text: report.links.join(' ') },
    report.characteristic === null
      ? null
      : { title: 'Characteristic', text: report.characteristic.replaceAll('-', ' ') },
    report.wanted === null ? null : { title: 'Wants', text: report.wanted },
    incident.evidence.length === 0
      ? null
      : { title: 'Evidence', text: incident.evidence.map(({ name }) => name).join(', ') },
  ];
  return facts.filter((fact) => fact !== null);
}

function viewMove({ move, label, inputs }: NextMove, { reference, seenVersion }: IncidentView): MoveView {
  const named = inputs.map((input) => ({
    ...input,
    label: `${input.label} (${input.required ? 'required' : 'optional'})`,
  }));
  return {
    title: label,
    hint: '',
    confirm: label,
    verb: 'move-incident',
    data: { reference, move, version: seenVersion },
    texts: named.filter(({ kind }) => kind === 'text').map(({ id, label, required }) => ({ id, label, required })),
    choices: named
      .filter(({ kind }) => kind === 'choice')
      .map(({ id, label, required, options }) => ({
        id,
        label,
        required,
        options: options.map(({ value, label }) => ({ value, title: label })),
      })),
  };
}

/** What can be done at any status; each is authorised anew when it is pressed. */
function alsoOf({ reference, paused }: IncidentView): readonly MoveView[] {
  const one = (title: string, verb: string, label: string, required: boolean, hint = ''): MoveView => ({
    ...{ title, hint, verb, confirm: title, data: { reference }, choices: [] },
    texts: label === '' ? [] : [{ id: 'text', label: `${label} (${required ? 'required' : 'optional'})`, required }],
  });
  return [
    one(
      'Write to the reporter',
      'message-reporter',
      'Message',
      true,
      'The reporter sees this, at every level of anonymity.',
    ),
    one('Add a note', 'add-note', 'Note', true, 'For the people who work on it; the reporter does not see it.'),
    paused
      ? one('Let the clocks run again', 'resume-clocks', '', false)
      : one('Pause the clocks', 'pause-clocks', 'Reason', true, 'The reporter sees that they are paused.'),
    one(
      'Step back',
      'recuse',
      'Reason',
      false,
      'If you are close to anybody involved. Your access ends at once and somebody else takes over.',
    ),
  ];
}
