import fc from 'fast-check';
import { addNote, messageReporter, nameParty, pauseClocks, recuse } from '../../src/casework/act-on-incident.ts';
import { auditTrail } from '../../src/casework/audit-trail.ts';
import type { Casework, Who } from '../../src/casework/casework.ts';
import { addToReport, messageCasework, withdrawReport } from '../../src/casework/change-report.ts';
import { openEvidence } from '../../src/casework/evidence.ts';
import { fileReport } from '../../src/casework/file-report.ts';
import { listEvidence } from '../../src/casework/list-evidence.ts';
import { mayAllKnow } from '../../src/casework/may-all-know.ts';
import { moveIncident } from '../../src/casework/move-incident.ts';
import { myIncidents } from '../../src/casework/my-incidents.ts';
import { reportStatus } from '../../src/casework/my-reports.ts';
import { openIncident, refreshIncident } from '../../src/casework/open-incident.ts';
import { revealIdentity } from '../../src/casework/reveal-identity.ts';
import { runClocks } from '../../src/casework/run-clocks.ts';
import { sayWhoIsMeant } from '../../src/casework/say-who-is-meant.ts';
import { claimAlert, dueAlerts, recordDelivery } from '../../src/casework/send-alerts.ts';
import { undelivered } from '../../src/casework/undelivered.ts';
import type { Level, ReportDraft } from '../../src/incidents/report-form.ts';
import { levels } from '../../src/incidents/report-form.ts';
import { personTypes } from '../../src/incidents/roles.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import type { Chart } from '../people/chart.ts';
import { chart, chartTenant, emailOf, excludedBy, nameOf, oidOf } from '../people/chart.ts';
import { draft, type World, world } from './world.ts';

const groups = [
  ...['hr-casework', 'hr-leads', 'board-complaints', 'independent-handlers', 'case-managers'],
  ...['investigators', 'decision-makers', 'appeal-officers', 'identity-custodians'],
];

/** How the reporter said who it was: from the directory, by name, among other words, by address, or only in what happened. */
const hows = ['picked', 'typed', 'among', 'address', 'text'] as const;

interface Scene {
  readonly one: Chart;
  readonly reporter: number;
  readonly subjects: readonly number[];
  readonly witnesses: readonly number[];
  readonly level: Level;
  readonly how: (typeof hows)[number];
}

const scene: fc.Arbitrary<Scene> = fc.integer({ min: 2, max: 12 }).chain((size) => {
  const person = fc.record({
    groups: fc.subarray(groups, { maxLength: 4 }),
    left: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
    type: fc.constantFrom(...personTypes),
  });
  const line = (index: number) => (index === 0 ? fc.constant(null) : fc.option(fc.nat(index - 1), { freq: 4 }));
  const someone = fc.nat(size - 1);
  return fc
    .record({
      above: fc.tuple(...Array.from({ length: size }, (_, index) => line(index))),
      more: fc.array(person, { minLength: size, maxLength: size }),
      reporter: someone,
      subjects: fc.uniqueArray(someone, { maxLength: 2 }),
      witnesses: fc.uniqueArray(someone, { maxLength: 2 }),
      level: fc.constantFrom(...levels),
      how: fc.constantFrom(...hows),
    })
    .map(({ above, more, ...rest }) => ({ ...rest, one: chart(above, more) }))
    .map((made) => ({ ...made, subjects: made.subjects.filter((subject) => subject !== made.reporter) }))
    .map((made) => (made.how === 'text' ? { ...made, witnesses: without(made.witnesses, made.subjects) } : made));
});

/** Whoever is given as a witness and stands in the text as well is a witness, as far as one can tell. */
function without(witnesses: readonly number[], subjects: readonly number[]): readonly number[] {
  return witnesses.filter((witness) => !subjects.includes(witness));
}

/** The form as far as it says who it was. */
function saying({ how, subjects, witnesses }: Scene): Partial<ReportDraft> {
  const picked = (index: number) => ({ name: nameOf(index), oid: how === 'picked' ? oidOf(index) : null });
  const words = { picked: nameOf, typed: nameOf, among: amongWords, address: emailOf, text: nameOf };
  const named = subjects.map((index) => ({ ...picked(index), name: words[how](index) }));
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const happened = `It was ${subjects.map(nameOf).map(capital).join(' and ')} who wrote it.`;
  const form = { witnesses: witnesses.map(picked) };
  return how === 'text' ? { ...form, subjects: [], happened } : { ...form, subjects: named };
}

function amongWords(index: number): string {
  return `my colleague ${nameOf(index)} (office)`;
}

function whoIs(index: number): Who {
  return { oid: oidOf(index), tenant: chartTenant, name: nameOf(index) };
}

/** Every way to ask for an incident, with what it says. */
async function everyView(casework: Casework, who: Who, reference: string): Promise<unknown[]> {
  const named = { part: 'witness', name: 'somebody', oid: null } as const;
  return [
    await openIncident(casework, who, reference),
    await refreshIncident(casework, who, reference),
    await auditTrail(casework, who, reference),
    await listEvidence(casework, who, reference),
    await openEvidence(casework, who, reference, 'a-file'),
    await moveIncident(casework, who, reference, 'acknowledge', {}, 1),
    await moveIncident(casework, who, reference, 'no-such-move', {}, 7),
    await addNote(casework, who, reference, 'a note'),
    await messageReporter(casework, who, reference, 'a message'),
    await pauseClocks(casework, who, reference, 'a reason'),
    await nameParty(casework, who, reference, named),
    await recuse(casework, who, reference, 'a reason'),
    await revealIdentity(casework, who, reference, 'a reason that is long enough'),
  ];
}

/** Everything that lists or counts. */
async function everyList(casework: Casework, who: Who): Promise<unknown[]> {
  const views: unknown[] = [await undelivered(casework, who)];
  for (const whose of ['mine', 'team'] as const)
    for (const phase of ['open', 'ended'] as const)
      views.push(await myIncidents(casework, who, { whose, phase, limit: 1 }));
  return views;
}

/** Sends everything due; half of it fails for good, so that the undelivered list has something to hide. */
async function sendAll(casework: Casework): Promise<{ oid: string; ask: string }[]> {
  const sent: { oid: string; ask: string }[] = [];
  for (const id of await dueAlerts(casework)) {
    const claim = await claimAlert(casework, id);
    if (claim === undefined) continue;
    sent.push({ oid: claim.oid, ask: claim.notice.ask });
    const gone = sent.length % 2 === 0;
    await recordDelivery(
      casework,
      claim,
      gone ? { outcome: 'unreachable', reason: 'gone' } : { outcome: 'delivered', messageId: null },
    );
  }
  return sent;
}

const toReporter = /for you here|how you are/;

/** One incident in one organisation, from report to overdue; says whether it was routed. */
async function play(casework: World, scene: Scene): Promise<boolean> {
  const { one, reporter, subjects, witnesses, level, how } = scene;
  const filled = { ...draft, level, ...saying(scene) };
  const filed = await fileReport(casework, whoIs(reporter), filled, 'a-nonce-long-enough');
  if (!filed.ok) throw new Error(JSON.stringify(filed.refusal));
  const { reference, routed } = filed.value;
  const known = level === 'anonymous' ? witnesses : [...witnesses, reporter];
  const indices = [...one.people.keys()];
  const excluded = indices.filter((index) => excludedBy(one, subjects, known, index));
  const told: { oid: string; ask: string }[] = [];
  const absent = await everyView(casework, whoIs(reporter), 'CIP-00000-00000');
  for (const instant of ['2026-06-08T08:01:00Z', '2026-06-12T16:30:00Z', '2026-09-20T08:00:00Z']) {
    casework.at(instant);
    await runClocks(casework);
    told.push(...(await sendAll(casework)), ...(await sendAll(casework)), ...(await sendAll(casework)));
  }
  for (const index of excluded) {
    const who = whoIs(index);
    expect(await everyView(casework, who, reference)).toEqual(absent);
    for (const list of await everyList(casework, who))
      expect(JSON.stringify(list)).toMatch(/"value":(\[\]|\{"rows":\[\],"more":null\})|not-yours/);
    expect(await mayAllKnow(casework, reference, [who.oid])).toBe(false);
    if (index === reporter) continue;
    const foreign = { ok: false, refusal: { kind: 'not-found' } };
    expect(await reportStatus(casework, who, reference)).toEqual(foreign);
    expect(await addToReport(casework, who, reference, 'text')).toEqual(foreign);
    expect(await messageCasework(casework, who, reference, 'text')).toEqual(foreign);
    expect(await withdrawReport(casework, who, reference, '')).toEqual(foreign);
    expect(await sayWhoIsMeant(casework, who, reference, { part: 'subject', name: 'Tom', oid: null })).toEqual(foreign);
  }
  for (const { oid, ask } of told)
    if (toReporter.test(ask)) expect(oid).toBe(oidOf(reporter));
    else expect(excluded.map(oidOf)).not.toContain(oid);
  expect(routed).toBe(isTakeable(casework, one, excluded, subjects, reporter, how, known));
  if (routed) expect(told.some(({ ask }) => !toReporter.test(ask))).toBe(true);
  expect(await casework.store.read('incident', reference)).toBeDefined();
  return routed;
}

/** Whether anybody of the route's team, or of the independent one, could take it. The reporter's own line is spared at every level. */
function isTakeable(
  casework: Casework,
  one: Chart,
  excluded: readonly number[],
  subjects: readonly number[],
  reporter: number,
  how: Scene['how'],
  known: readonly number[],
): boolean {
  const spared = [...one.people.keys()].filter((index) => excludedBy(one, subjects, [...known, reporter], index));
  const only = subjects.length > 0 && how !== 'text' ? one.people[subjects[0] as number] : undefined;
  const team = casework.routing.teams[casework.routing.routes[only?.type ?? 'unknown'].team]?.group ?? '';
  return [...one.people.entries()].some(
    ([index, person]) =>
      !person.left &&
      !excluded.includes(index) &&
      !spared.includes(index) &&
      (person.groups.includes(team) || person.groups.includes('independent-handlers')),
  );
}

/** Organisations, reports and courses that are played through. */
const scenes = 1_000;

describe('an incident that somebody must not know of', () => {
  test('is, in every view of theirs, one that does not exist: 1,000 organisations, reports and courses', async () => {
    let routed = 0;
    await fc.assert(
      fc.asyncProperty(scene, async (made) => {
        const casework = await world({ directory: fileDirectory(made.one.people), tenants: [chartTenant] });
        try {
          if (await play(casework, made)) routed++;
        } finally {
          await casework.store.close();
        }
      }),
      { numRuns: scenes },
    );
    expect(routed).toBeGreaterThan(scenes / 10);
  }, 600_000);
});
