import { z } from 'zod';
import { statuses } from '../incidents/incident.ts';
import type { Process } from '../incidents/process.ts';
import { processFlaws } from '../incidents/process-flaws.ts';
import { duties, roles } from '../incidents/roles.ts';
import { readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1);
const status = z.enum(statuses);
const role = z.enum(roles);
const workingDays = z.number().int().min(0).max(400);

const statusRow = z
  .strictObject({
    ...{ label: words, 'reporter-label': words, reporter: words },
    ends: z.boolean().default(false),
  })
  .transform(({ 'reporter-label': reporterLabel, ...rest }) => ({ ...rest, reporterLabel }));

const inputRow = z
  .strictObject({
    label: words,
    kind: z.enum(['text', 'choice', 'person', 'candidate']),
    options: z
      .array(z.strictObject({ value: words, label: words }))
      .min(2)
      .optional(),
    role: role.optional(),
  })
  .refine((row) => (row.kind === 'choice') === (row.options !== undefined), 'a choice, and nothing else, has options')
  .refine((row) => (row.kind === 'person') === (row.role !== undefined), 'a person, and nothing else, has a role');

const moveRow = z.strictObject({
  move: words,
  label: words,
  done: words,
  from: z.array(status).min(1),
  by: z.array(role).min(1),
  to: z.union([status, z.literal('same')]),
  needs: z.array(words),
  may: z.array(words),
  duty: z.enum(duties).nullable().default(null),
});

const clockRow = z.strictObject({
  clock: words,
  label: words,
  reporter: words.optional(),
  from: z.enum(['report', 'status', 'review']),
  while: z.array(status).min(1),
  within: workingDays,
  remind: workingDays,
  stops: z.literal('first-update').optional(),
  escalate: z.array(role).min(1),
  source: words,
});

const table = z.strictObject({
  statuses: z.record(status, statusRow),
  inputs: z.record(z.string(), inputRow),
  moves: z.array(moveRow).min(1),
  clocks: z.array(clockRow),
  'check-ins': z.strictObject({ days: z.array(z.number().int().positive()), source: words }),
});

const schema = table
  .transform(({ 'check-ins': checkIns, ...rest }) => ({ ...rest, checkIns }) as unknown as Process)
  .superRefine((process, context) => {
    for (const { path, reason } of processFlaws(process))
      context.addIssue({ code: 'custom', path: [...path], message: reason });
  });

/** The disciplinary process of `policy/process.yaml`; refuses dead ends, unreachable statuses and moves that skip a question. */
export function readProcess(file: string, text?: string): Process {
  return readYaml(file, schema, text);
}
