import type { Incident } from '../incidents/incident.ts';
import type { InputRow, MoveRow } from '../incidents/process.ts';
import { movesFrom } from '../incidents/process.ts';
import type { Duty, Oid, Role } from '../incidents/roles.ts';
import { exclusion, freeMembers } from './access.ts';
import type { Casework } from './casework.ts';
import type { Opened } from './incident-record.ts';
import { candidates } from './name-candidate.ts';

/** One move that somebody may make now, with what it asks. */
export interface NextMove {
  readonly move: string;
  readonly label: string;
  readonly inputs: readonly MoveInput[];
}

/** A person to choose is a choice whose values are object ids; those excluded or with another duty are not offered. */
export interface MoveInput {
  readonly id: string;
  readonly label: string;
  readonly kind: 'text' | 'choice';
  readonly required: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export async function nextMoves(
  casework: Casework,
  opened: Opened,
  roles: readonly Role[],
): Promise<readonly NextMove[]> {
  const rows = movesFrom(casework.process, opened.incident.status, roles);
  return Promise.all(rows.map((row) => nextMove(casework, opened, row)));
}

async function nextMove(casework: Casework, opened: Opened, row: MoveRow): Promise<NextMove> {
  const inputs = await Promise.all(
    [...row.needs, ...row.may].map(async (id): Promise<MoveInput> => {
      const input = casework.process.inputs[id] as InputRow;
      const kind = input.kind === 'text' ? 'text' : 'choice';
      const options = await optionsOf(casework, opened, input);
      return { id, label: input.label, kind, required: row.needs.includes(id), options };
    }),
  );
  const asked = inputs.filter(({ kind, required, options }) => kind === 'text' || required || options.length > 0);
  return { move: row.move, label: row.label, inputs: asked };
}

/** What can be chosen for an input; nothing for a text. */
export async function optionsOf(casework: Casework, opened: Opened, input: InputRow): Promise<MoveInput['options']> {
  if (input.kind === 'person') return people(casework, opened, input);
  return input.kind === 'candidate' ? candidates(casework, opened) : (input.options ?? []);
}

async function people(casework: Casework, opened: Opened, input: InputRow): Promise<MoveInput['options']> {
  const oids = await choosable(casework, opened, input);
  const options = await Promise.all(
    oids.map(async (oid) => {
      const person = await casework.directory.person(oid);
      return { value: oid, label: [person?.name ?? oid, person?.title].filter(Boolean).join(', ') };
    }),
  );
  return options.sort((a, b) => a.label.localeCompare(b.label));
}

/** Who can be named for an input of a person: members of its role's group, not excluded, with no other duty on this incident. */
async function choosable(casework: Casework, opened: Opened, input: InputRow): Promise<readonly Oid[]> {
  const group = input.role === undefined ? undefined : casework.routing.groups[input.role];
  const free = await freeMembers(casework.directory, group, await exclusion(casework, opened));
  const duty = input.role === undefined ? undefined : dutyOf[input.role];
  return free.filter((oid) => !hasOther(opened.incident, oid, duty));
}

const dutyOf: Partial<Record<Role, Duty>> = {
  investigator: 'investigation',
  'decision-maker': 'decision',
  'appeal-officer': 'appeal',
};

function hasOther(incident: Incident, oid: Oid, duty: Duty | undefined): boolean {
  return incident.duties.some((entry) => entry.oid === oid && entry.duty !== duty);
}
