import { z } from 'zod';
import { personTypes, roles } from '../incidents/roles.ts';
import type { Routing } from '../incidents/route.ts';
import { readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1);

const table = z
  .strictObject({
    teams: z.record(z.string(), z.strictObject({ label: words, group: words, lead: words.nullable().default(null) })),
    groups: z.partialRecord(z.enum(roles), words),
    routes: z.record(
      z.enum(personTypes),
      z.strictObject({ team: words, 'case-manager': z.boolean(), referral: words }),
    ),
    independent: z.array(words).min(1),
    outside: z.array(z.strictObject({ name: words, contact: words })).min(1),
    'employee-types': z.record(z.string(), z.enum(personTypes)).default({}),
    readers: z.array(words).min(1),
  })
  .superRefine(({ teams, groups, routes, independent }, context) => {
    const flaw = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const [type, route] of Object.entries(routes)) {
      if (!(route.team in teams)) flaw(['routes', type, 'team'], `there is no team "${route.team}"`);
      if (route['case-manager'] && groups['case-manager'] === undefined)
        flaw(['routes', type, 'case-manager'], 'there is no group of case managers');
    }
    for (const [index, team] of independent.entries())
      if (!(team in teams)) flaw(['independent', index], `there is no team "${team}"`);
    for (const role of [
      'investigator',
      'decision-maker',
      'appeal-officer',
      'identity-custodian',
      'information-governance',
    ] as const)
      if (groups[role] === undefined) flaw(['groups'], `no group is given for "${role}"`);
  });

const schema = table.transform(({ routes, 'employee-types': employeeTypes, ...rest }): Routing => {
  const entries = Object.entries(routes).map(([type, { 'case-manager': caseManager, ...route }]) => [
    type,
    { ...route, caseManager },
  ]);
  return { ...rest, employeeTypes, groups: rest.groups as Routing['groups'], routes: Object.fromEntries(entries) };
});

/** Teams, routes and groups of `policy/routing.yaml`; refuses a type of person without a route and a route without a team. */
export function readRouting(file: string, text?: string): Routing {
  return readYaml(file, schema, text);
}
