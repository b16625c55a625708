import fc from 'fast-check';
import type { Result, Who } from '../../src/casework/use-cases.ts';
import * as acts from '../../src/casework/use-cases.ts';
import type { Inputs } from '../../src/incidents/incident.ts';
import { verifyAudit } from '../../src/store/verify-audit.ts';
import { deliverAll, file, people, process, type World, who, world } from './world.ts';

/** Words as cards may bring them: any characters at all, half ones too. */
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    'text',
    '\0',
    '\ud800',
    '__proto__',
    'x'.repeat(5_000),
    '<at>all</at>',
    '\u0024{reference}',
    "'; --",
  ),
);
const somebody: fc.Arbitrary<Who> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...['Asha', 'Priya', 'Colin', 'Martin', 'Ffion', 'Grace'].map(who)) },
  { weight: 3, arbitrary: fc.constantFrom(...people) },
  {
    weight: 1,
    arbitrary: fc.record({ oid: words, tenant: fc.constantFrom(people[0]?.tenant ?? '', 'other'), name: words }),
  },
);
const choices = Object.values(process.inputs).flatMap(({ options }) => (options ?? []).map(({ value }) => value));
const value = fc.oneof(words, fc.constantFrom(...choices, ...people.map(({ oid }) => oid)));
const filled: Inputs = {
  ...{ note: 'n', message: 'm', reason: 'r', misconduct: 'both', urgency: 'soon', 'person-type': 'employee' },
  ...{ 'just-culture': 'formal', investigator: who('Grace').oid, findings: 'f' },
};
const inputs: fc.Arbitrary<Inputs> = fc.oneof(
  fc.constant(filled),
  fc.dictionary(fc.constantFrom(...Object.keys(process.inputs), '__proto__', 'role'), value),
);
const act = fc.record({
  by: somebody,
  verb: fc.nat(17),
  move: fc.oneof(fc.constantFrom(...process.moves.map(({ move }) => move)), words),
  reference: fc.oneof({ weight: 8, arbitrary: fc.constant('real') }, { weight: 2, arbitrary: words }),
  code: fc.option(words, { nil: undefined }),
  inputs,
  words,
  version: fc.oneof({ weight: 4, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.double() }),
  minutes: fc.nat(20_000),
});

async function perform(
  casework: World,
  real: string,
  step: typeof act extends fc.Arbitrary<infer Step> ? Step : never,
) {
  const { by, words: text, code } = step;
  const reference = step.reference === 'real' ? real : step.reference;
  const proof = { code };
  const current = (await casework.store.read('incident', real))?.version ?? 0;
  const version = step.version === -1 ? current : step.version;
  const bytes = new TextEncoder().encode(text);
  const named = { part: 'witness', name: text, oid: step.inputs.investigator ?? null } as const;
  const verbs: (() => Promise<Result<unknown>>)[] = [
    () => acts.openIncident(casework, by, reference),
    () => acts.moveIncident(casework, by, reference, step.move, step.inputs, version),
    () => acts.moveIncident(casework, by, reference, step.move, step.inputs, version),
    () => acts.moveIncident(casework, by, reference, step.move, step.inputs, version),
    () => acts.addNote(casework, by, reference, text),
    () => acts.messageReporter(casework, by, reference, text),
    () => acts.pauseClocks(casework, by, reference, text),
    () => acts.resumeClocks(casework, by, reference),
    () => acts.nameParty(casework, by, reference, named),
    () => acts.recuse(casework, by, reference, text),
    () => acts.revealIdentity(casework, by, reference, text),
    () => acts.addToReport(casework, by, reference, text, proof),
    () => acts.withdrawReport(casework, by, reference, text, proof),
    () => acts.answerCheckIn(casework, by, reference, text.length % 2 === 0, text, proof),
    () => acts.addEvidence(casework, by, reference, { name: text, bytes }, proof),
    () => acts.openEvidence(casework, by, reference, text),
    () => acts.myIncidents(casework, by, { whose: 'team' }),
    () => acts.exportPerson(casework, by, people[0]?.oid ?? ''),
  ];
  return (verbs[step.verb] as () => Promise<Result<unknown>>)();
}

test('whatever is pressed by whomever is done or refused, never thrown about, and leaves a history that holds', async () => {
  let did = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('named', 'confidential', 'anonymous'),
      fc.array(act, { maxLength: 25, size: 'max' }),
      async (level, steps) => {
        const casework = await world();
        const { reference } = await file(casework, { level });
        let minutes = 0;
        for (const step of steps) {
          minutes += step.minutes;
          casework.at(new Date(Date.parse('2026-06-08T08:00:00Z') + minutes * 60_000).toISOString());
          const result = await perform(casework, reference, step);
          if (result.ok) did++;
          else expect(typeof result.refusal.kind).toBe('string');
          await acts.runClocks(casework);
          await deliverAll(casework);
        }
        expect(await verifyAudit(casework.store)).toMatchObject({ findings: [] });
        await casework.store.close();
      },
    ),
    { numRuns: 60 },
  );
  expect(did).toBeGreaterThan(40);
}, 300_000);
