import type { By, IncidentEvent, Inputs, Party } from '../incidents/incident.ts';
import type { InputRow } from '../incidents/process.ts';
import type { Oid } from '../incidents/roles.ts';
import type { Casework } from './casework.ts';

/** What happened to an incident, as a sentence: "Priya Nandakumar" "acknowledged the report", and what was written with it. */
export interface HistoryLine {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  readonly text: string | null;
}

/** The history in plain words, oldest first. */
export function historyOf(casework: Casework, events: readonly IncidentEvent[]): Promise<readonly HistoryLine[]> {
  return Promise.all(
    events.map(async (event) => {
      const { what, text } = await told(casework, event);
      return { at: event.at, by: await byName(casework, event.by), what, text };
    }),
  );
}

/** Who did something, for those who work on the incident: the reporter is not named here at any level. */
export async function byName(casework: Casework, by: By): Promise<string> {
  if (by === 'reporter') return 'The reporter';
  return by === 'clock' ? 'This program' : nameOf(casework, by);
}

export async function nameOf(casework: Casework, oid: Oid): Promise<string> {
  return (await casework.directory.person(oid))?.name ?? 'Somebody who is no longer in the directory';
}

type Told = { readonly what: string; readonly text: string | null };

async function told(casework: Casework, event: IncidentEvent): Promise<Told> {
  switch (event.kind) {
    case 'moved':
      return { what: moveWords(casework, event), text: await inputLines(casework, event.inputs) };
    case 'routed':
      return plain(`passed it to ${casework.routing.teams[event.team]?.label ?? event.team}`);
    case 'assigned':
      return plain(`named ${await nameOf(casework, event.oid)} as the case manager`);
    case 'party-named':
      return { what: await partyWords(casework, event.party), text: null };
    default:
      return toldPlainly(event);
  }
}

type Plain = Exclude<IncidentEvent, { kind: 'moved' | 'routed' | 'assigned' | 'party-named' }>;

function toldPlainly(event: Plain): Told {
  switch (event.kind) {
    case 'reported':
      return plain('sent the report');
    case 'added':
      return plain('added to the report', event.text);
    case 'messaged':
      return plain(event.from === 'reporter' ? 'wrote to the caseworker' : 'wrote to the reporter', event.text);
    case 'noted':
      return plain('made a note', event.text);
    case 'recused':
      return plain('stepped back', event.reason);
    case 'evidence-added':
      return plain(`added a file, ${event.evidence.name}`, event.from);
    case 'paused':
      return plain('paused the clocks', event.reason);
    case 'resumed':
      return plain('let the clocks run again');
    case 'identity-revealed':
      return plain("opened the reporter's identity", event.reason);
    case 'clock-raised':
      return plain(event.step === 'reminder' ? 'sent a reminder' : 'told others that something is overdue');
    case 'check-in-asked':
      return plain(`asked the reporter, after ${event.day} days, whether things have got worse for them`);
    case 'check-in-answered':
      return plain(
        event.retaliation
          ? 'says that things have got WORSE since the report'
          : 'says that nothing has got worse since the report',
        event.text,
      );
  }
}

function plain(what: string, text: string | null = null): Told {
  return { what, text };
}

const parts = {
  subject: 'the person complained of',
  target: 'the person it was aimed at',
  witness: 'a witness',
} as const;

/** A name in the text is found by the machine, and settled by a caseworker when it is none of the people complained of. */
async function partyWords(casework: Casework, { part, name, oid, candidates }: Party): Promise<string> {
  if (part === 'mentioned')
    return candidates.length > 0 ? `found ${name} named in the text` : `settled that ${name} is only named in the text`;
  const known = oid === null ? undefined : await casework.directory.person(oid);
  if (known) return `recorded ${known.name} as ${parts[part]}`;
  return `recorded “${name}” as ${parts[part]}, ${candidates.length > 0 ? 'who may be one of several people' : 'nobody of our directory'}`;
}

function moveWords(casework: Casework, event: IncidentEvent & { kind: 'moved' }): string {
  const row = casework.process.moves.find((move) => move.move === event.move && move.from.includes(event.from));
  const now = event.to === event.from ? '' : ` (now: ${casework.process.statuses[event.to].label})`;
  return `${row?.done ?? event.move}${now}`;
}

/** What was answered with a move. The message is an entry of its own, and who the person complained of is another. */
async function inputLines(casework: Casework, inputs: Inputs): Promise<string | null> {
  const lines = Object.entries(inputs).map(async ([id, value]) => {
    const input = casework.process.inputs[id];
    if (id === 'message' || input?.kind === 'candidate') return [];
    const label = input?.label ?? id;
    return [`${label}${label.endsWith('?') ? '' : ':'} ${await valueWords(casework, input, value)}`];
  });
  const said = (await Promise.all(lines)).flat();
  return said.length === 0 ? null : said.join('\n');
}

async function valueWords(casework: Casework, input: InputRow | undefined, value: string): Promise<string> {
  if (input?.kind === 'person') return nameOf(casework, value);
  return input?.options?.find((option) => option.value === value)?.label ?? value;
}
