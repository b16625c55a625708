import fc from 'fast-check';
import { decideMove } from '../../src/incidents/decide.ts';
import { evolve, fold } from '../../src/incidents/evolve.ts';
import type { Incident, IncidentEvent, Inputs, Status } from '../../src/incidents/incident.ts';
import { knownAt, statuses } from '../../src/incidents/incident.ts';
import { movesFrom } from '../../src/incidents/process.ts';
import type { Role } from '../../src/incidents/roles.ts';
import { roles } from '../../src/incidents/roles.ts';
import { readProcess } from '../../src/organisation/process.ts';
import { reported } from './reported.ts';

const process = readProcess('policy/process.yaml');
const moves = [...new Set(process.moves.map(({ move }) => move)), 'no-such-move'];
const people = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'];
const legalValue = (id: string): fc.Arbitrary<string> => {
  const input = process.inputs[id];
  if (input?.kind === 'person') return fc.constantFrom(...people);
  return input?.kind === 'choice'
    ? fc.constantFrom(...(input.options ?? []).map(({ value }) => value))
    : fc.constant('words');
};
const anyInputs: fc.Arbitrary<Inputs> = fc
  .record(Object.fromEntries(Object.keys(process.inputs).map((id) => [id, legalValue(id)])))
  .chain((full) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constant(full) },
      { weight: 1, arbitrary: fc.subarray(Object.entries(full)).map((some) => Object.fromEntries(some)) },
    ),
  );
const anyStep = fc.record({
  move: fc.constantFrom(...moves),
  by: fc.constantFrom(...people),
  roles: fc.subarray([...roles] as Role[], { minLength: 4 }),
  inputs: anyInputs,
  /** Take a legal move rather than the named one, so that walks get far. */
  legal: fc.integer({ min: 0, max: 9 }).map((n) => n > 1),
  pick: fc.nat(50),
});

describe('a walk of moves, legal and illegal', () => {
  test('never leaves the table, never breaks the separation of duties, and its history makes the same incident', () => {
    const seen = new Map<Status, number>();
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40, size: 'max' }), (steps) => {
        let incident: Incident = evolve(undefined, reported);
        const history: IncidentEvent[] = [reported];
        for (const step of steps) {
          const open = movesFrom(process, incident.status, step.roles);
          const onward =
            step.pick % 16 === 0 ? open : open.filter(({ to }) => to === 'same' || !process.statuses[to].ends);
          const move = step.legal ? (onward[step.pick % Math.max(1, onward.length)]?.move ?? step.move) : step.move;
          const row = open.find((candidate) => candidate.move === move);
          const decided = decideMove(process, incident, move, step.inputs, step, '2026-06-09T09:00:00.000Z');
          const complete = row?.needs.every((id) => step.inputs[id] !== undefined) ?? false;
          if (row === undefined) expect(decided.kind).toBe('no-such-move');
          else if (!complete) expect(decided.kind).toBe('bad-inputs');
          else expect(['moved', 'separation']).toContain(decided.kind);
          if (decided.kind !== 'moved') continue;
          expect(decided.to).toBe(row?.to === 'same' ? incident.status : row?.to);
          incident = evolve(incident, decided);
          history.push(decided);
          seen.set(incident.status, (seen.get(incident.status) ?? 0) + 1);
        }
        expect(fold(history)).toEqual(incident);
        expectSeparate(incident);
        expectFields(incident);
        const askedFirst = history.findIndex((event) => event.kind === 'moved' && event.to === 'just-culture');
        const formal = history.findIndex((event) => event.kind === 'moved' && event.to === 'investigation');
        if (formal !== -1) expect(askedFirst).toBeGreaterThan(0);
        if (formal !== -1) expect(askedFirst).toBeLessThan(formal);
      }),
      { numRuns: 1_000 },
    );
    const everywhere = statuses.filter((status) => status !== 'submitted');
    expect([...seen.keys()].sort()).toEqual([...everywhere].sort());
  });
});

function expectSeparate(incident: Incident): void {
  const duties = new Map<string, string>();
  for (const { duty, oid } of incident.duties) {
    expect(duties.get(oid) ?? duty).toBe(duty);
    duties.set(oid, duty);
  }
}

/** A status has the fields it can have, and no other's. */
function expectFields(incident: Incident): void {
  const possible = new Set(Object.values(knownAt).flat());
  for (const field of possible)
    expect(field in incident).toBe((knownAt[incident.status] as readonly string[]).includes(field));
}
