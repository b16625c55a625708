import { addWorkingDays, deadlines, englishDay, workingDaysBetween } from '../../src/incidents/clocks.ts';
import { fold } from '../../src/incidents/evolve.ts';
import type { Incident, IncidentEvent } from '../../src/incidents/incident.ts';
import { bankHolidays } from '../../src/organisation/bank-holidays.ts';
import { readProcess } from '../../src/organisation/process.ts';
import { reported } from './reported.ts';

const isHoliday = bankHolidays();
const process = readProcess('policy/process.yaml');

describe("England's bank holidays, as gov.uk lists them", () => {
  test.each([
    ['2025', ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26']],
    ['2026', ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    ['2027', ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
  ])('%s', (year, days) => {
    const working: string[] = [];
    for (let at = Date.UTC(Number(year), 0, 1); new Date(at).getUTCFullYear() === Number(year); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const weekday = new Date(at).getUTCDay();
      if (isHoliday(day) && weekday !== 0 && weekday !== 6) working.push(day.slice(5));
    }
    expect(working).toEqual(days);
  });

  test("Scotland's and Ireland's own are working days here", () => {
    for (const day of ['2026-01-02', '2026-03-17', '2026-11-30', '2026-07-13']) expect(isHoliday(day)).toBe(false);
  });
});

describe('the end of the n-th working day', () => {
  test.each([
    ['two days on', '2026-06-08T08:00:00Z', 2, '2026-06-10T16:00:00.000Z'],
    ['over a weekend', '2026-06-11T08:00:00Z', 2, '2026-06-15T16:00:00.000Z'],
    ['from a Saturday, counted from Monday', '2026-06-13T10:00:00Z', 2, '2026-06-17T16:00:00.000Z'],
    ['over Easter', '2026-04-02T09:00:00Z', 1, '2026-04-07T16:00:00.000Z'],
    ['over Christmas, Boxing Day on a Saturday', '2026-12-24T10:00:00Z', 1, '2026-12-29T17:00:00.000Z'],
    ['into summer time', '2026-03-27T10:00:00Z', 1, '2026-03-30T16:00:00.000Z'],
    ['out of summer time', '2026-10-23T10:00:00Z', 1, '2026-10-26T17:00:00.000Z'],
    ['late in the evening in summer is the next day in England', '2026-06-08T23:30:00Z', 1, '2026-06-10T16:00:00.000Z'],
    ['none on a working day is that day', '2026-06-08T08:00:00Z', 0, '2026-06-08T16:00:00.000Z'],
    ['none on a bank holiday is the day after', '2026-05-25T08:00:00Z', 0, '2026-05-26T16:00:00.000Z'],
  ])('%s', (_what, from, days, expected) => {
    expect(addWorkingDays(from, days, isHoliday)).toBe(expected);
  });

  test('counting back gives the days that were counted on', () => {
    for (let days = 0; days < 60; days++)
      expect(
        workingDaysBetween('2026-06-08T08:00:00Z', addWorkingDays('2026-06-08T08:00:00Z', days, isHoliday), isHoliday),
      ).toBe(days);
  });

  test('a day in England begins at midnight there', () => {
    expect(englishDay('2026-06-08T23:30:00Z')).toBe('2026-06-09');
    expect(englishDay('2026-01-08T23:30:00Z')).toBe('2026-01-08');
  });
});

describe('the deadlines of an incident', () => {
  const events = (...more: IncidentEvent[]) => fold([reported, ...more]) as Incident;
  const staff = (at: string, kind: object) => ({ at, by: 'ann', ...kind }) as IncidentEvent;
  const acknowledged = staff('2026-06-09T09:00:00.000Z', {
    ...{ kind: 'moved', move: 'acknowledge', from: 'submitted', to: 'acknowledged', duty: null, inputs: {} },
  });
  const byClock = (incident: Incident) =>
    Object.fromEntries(deadlines(process, incident, isHoliday).map(({ clock, by }) => [clock, by.slice(0, 10)]));

  test('run from the report, soonest first', () => {
    expect(deadlines(process, events(), isHoliday).map(({ clock, by }) => [clock, by])).toEqual([
      ['acknowledge', '2026-06-10T16:00:00.000Z'],
      ['triage', '2026-06-15T16:00:00.000Z'],
    ]);
  });

  test('an acknowledged one need not be acknowledged again; the other clocks run on', () => {
    expect(byClock(events(acknowledged))).toEqual({
      triage: '2026-06-15',
      'first-update': '2026-06-22',
      outcome: '2026-09-01',
    });
  });

  test('the first message to the reporter stops the clock for it, one from the reporter does not', () => {
    const from = (who: string) => staff('2026-06-10T09:00:00.000Z', { kind: 'messaged', from: who, text: 'Hello' });
    expect(byClock(events(acknowledged, from('casework')))).not.toHaveProperty('first-update');
    expect(byClock(events(acknowledged, from('reporter')))).toHaveProperty('first-update');
  });

  test('stand still while paused, and are later by the working days of the pause', () => {
    const paused = staff('2026-06-11T09:00:00.000Z', { kind: 'paused', reason: 'The reporter is on leave.' });
    const resumed = staff('2026-06-16T09:00:00.000Z', { kind: 'resumed' });
    expect(byClock(events(acknowledged, paused))).toEqual({});
    expect(byClock(events(acknowledged, paused, resumed))).toMatchObject({
      triage: '2026-06-18',
      'first-update': '2026-06-25',
    });
  });

  test('stepping back starts no clock anew (D4)', () => {
    const before = byClock(events(acknowledged));
    expect(byClock(events(acknowledged, staff('2026-06-12T09:00:00.000Z', { kind: 'recused', reason: null })))).toEqual(
      before,
    );
  });
});
