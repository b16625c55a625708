import type { MoveView } from '../cards/incident.ts';
import type { IncidentView } from '../casework/incident-view.ts';
import type { NextMove } from '../casework/next-moves.ts';
import { pickerFor, type Viewer } from './viewer.ts';

/** Every button of an incident by which something is done, with what it asks: the moves of the process, then the rest. */
export function incidentMoves(
  incident: IncidentView,
  viewer: Viewer,
): { moves: readonly MoveView[]; also: readonly MoveView[] } {
  return { moves: incident.moves.map((move) => viewMove(move, incident)), also: alsoOf(incident, viewer) };
}

function viewMove({ move, label, inputs }: NextMove, { reference, seenVersion }: IncidentView): MoveView {
  const named = inputs.map((input) => ({ ...input, label: labelled(input.label, input.required) }));
  return {
    ...{ opens: move, title: label, hint: '', confirm: label, verb: 'move-incident' },
    data: { reference, move, version: seenVersion },
    texts: named.filter(({ kind }) => kind === 'text').map(({ id, label, required }) => ({ id, label, required })),
    choices: named
      .filter(({ kind }) => kind === 'choice')
      .map(({ id, label, required, options }) => ({
        ...{ id, label, required },
        options: options.map(({ value, label }) => ({ value, title: label })),
      })),
    pickers: [],
  };
}

const labelled = (label: string, required: boolean) => `${label} (${required ? 'required' : 'optional'})`;

interface Also {
  readonly verb: string;
  readonly title: string;
  readonly hint?: string;
  /** The label of the one text that it asks for, if it asks for any. */
  readonly asks?: string;
  readonly required?: boolean;
}

const whoHears = {
  named: 'The reporter gets it here, and can answer.',
  confidential: 'The reporter gets it here, and can answer. You do not learn who it is.',
  anonymous: 'The reporter sees it when they come back with their code, and can answer. Nobody can alert them.',
} as const;

/** What can be done at any status; each is authorised anew when it is pressed. */
function alsoOf(incident: IncidentView, viewer: Viewer): readonly MoveView[] {
  const handles = incident.roles.some((role) => role === 'caseworker' || role === 'case-manager');
  const plain = (also: Also) => alsoMove(incident.reference, also);
  return [
    plain({
      verb: 'message-reporter',
      title: 'Write to the reporter',
      hint: whoHears[incident.level],
      asks: 'Message',
      required: true,
    }),
    plain({
      verb: 'add-note',
      title: 'Add a note',
      hint: 'For the people who work on it; the reporter does not see it.',
      asks: 'Note',
      required: true,
    }),
    ...(handles && !incident.ended ? [nameSomebody(incident, viewer), plain(clocks(incident))] : []),
    plain({
      ...{ verb: 'recuse', title: 'Step back', asks: 'Reason' },
      hint: 'If you are close to anybody involved. Your access ends at once and somebody else takes over.',
    }),
  ];
}

function clocks({ paused }: IncidentView): Also {
  return paused
    ? { verb: 'resume-clocks', title: 'Let the clocks run again' }
    : {
        verb: 'pause-clocks',
        title: 'Pause the clocks',
        hint: 'The reporter sees that they are paused.',
        asks: 'Reason',
        required: true,
      };
}

function alsoMove(reference: string, { verb, title, hint = '', asks, required = false }: Also): MoveView {
  return {
    ...{ opens: verb, title, hint, confirm: title, verb, data: { reference }, choices: [], pickers: [] },
    texts: asks === undefined ? [] : [{ id: 'text', label: labelled(asks, required), required }],
  };
}

function nameSomebody({ reference }: IncidentView, viewer: Viewer): MoveView {
  return {
    ...alsoMove(reference, {
      ...{ verb: 'name-party', title: 'Name somebody involved' },
      hint: 'Whoever you name, and the managers above them, can no longer see this. If that is you, it goes on with somebody else.',
    }),
    choices: [
      {
        ...{ id: 'part', label: 'What is their part? (required)', required: true },
        options: [
          { value: 'subject', title: 'The person complained of' },
          { value: 'target', title: 'The person it was aimed at' },
          { value: 'witness', title: 'A witness' },
        ],
      },
    ],
    pickers: [pickerFor(viewer, 'person', 'Who, from the directory? (or type the name below)')],
    texts: [{ id: 'name', label: 'The name, for somebody outside the directory', required: false }],
  };
}
