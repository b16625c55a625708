import { z } from 'zod';
import { personTypes } from '../incidents/roles.ts';
import type { ListedPerson } from '../people/file-directory.ts';
import { readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1);
const guid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an Entra id in small letters is wanted');

const row = z.strictObject({
  oid: guid,
  name: words,
  title: words.nullable().default(null),
  email: z.email().nullable().default(null),
  type: z.enum(personTypes),
  manager: guid.nullable(),
  groups: z.array(words),
  left: z.boolean().default(false),
});

const schema = z
  .strictObject({ tenant: guid, people: z.array(row).min(1) })
  .superRefine(({ people }, context) => {
    const flaw = (index: number, field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['people', index, field], message });
    const byOid = new Map(people.map((person) => [person.oid, person]));
    for (const [index, person] of people.entries()) {
      if (byOid.get(person.oid) !== person) flaw(index, 'oid', `${person.oid} stands twice`);
      if (person.manager !== null && !byOid.has(person.manager))
        flaw(index, 'manager', `there is no ${person.manager}`);
      if (runsInCircle(person.oid, byOid)) flaw(index, 'manager', `the line above ${person.name} runs in a circle`);
    }
  })
  .transform(({ tenant, people }): readonly ListedPerson[] => people.map((person) => ({ ...person, tenant })));

/** The people of `policy/people.yaml`: the directory of the local run. */
export function readPeople(file: string, text?: string): readonly ListedPerson[] {
  return readYaml(file, schema, text);
}

function runsInCircle(start: string, byOid: ReadonlyMap<string, { readonly manager: string | null }>): boolean {
  let next = byOid.get(start)?.manager ?? null;
  for (let steps = 0; next !== null && steps <= byOid.size; steps++) {
    if (next === start) return true;
    next = byOid.get(next)?.manager ?? null;
  }
  return false;
}
