import type { PersonChoice } from '../cards/person-picker.ts';
import type { FormPeople } from '../cards/report-form.ts';
import { most, type NamedPerson } from '../incidents/report-form.ts';
import { DirectoryDown } from '../people/directory.ts';
import type { Context } from './context.ts';
import type { Turn } from './turn.ts';
import { personChoice, viewerOf } from './viewer.ts';

const objectId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The people picked in a list, as their ids come back: parted by commas. Ids that the directory does not know are left
 * out; while it does not answer they are kept, for the conflict check to come, under a name that says so.
 */
export async function pickedPeople(
  ids: string,
  { casework }: Context,
): Promise<readonly (NamedPerson & PersonChoice)[]> {
  const known = [
    ...new Set(
      ids
        .toLowerCase()
        .split(',')
        .map((id) => id.trim()),
    ),
  ].filter((id) => objectId.test(id));
  const people = await Promise.all(
    known.slice(0, most.people + 1).map(async (oid, index) => {
      try {
        const person = await casework.directory.person(oid);
        return person === undefined ? [] : [{ oid, name: person.name, ...personChoice(person) }];
      } catch (error) {
        if (!(error instanceof DirectoryDown)) throw error;
        const name = `Picked from the directory (${index + 1})`;
        return [{ oid, name, value: oid, title: name }];
      }
    }),
  );
  return people.flat();
}

/** Names as typed, one a line or parted by commas. */
export function namesIn(text: string): readonly NamedPerson[] {
  return text
    .split(/[\n,;]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, oid: null }));
}

/** How the form picks people for this member. */
export function formPeople(context: Context, turn: Turn, picked: readonly PersonChoice[] = []): FormPeople {
  const { searches, people } = viewerOf(context, turn);
  return { search: searches, people, picked: picked.map(({ value, title }) => ({ value, title })) };
}

/** Where else to turn, in one sentence: for whoever wants to stay unknown. */
export function outsideWords({ casework }: Context): string {
  const all = casework.routing.outside.map(({ name, contact }) => `${name} (${contact})`);
  return all.length === 0 ? '' : `If you would rather not use Teams at all: ${all.join('; ')}.`;
}
