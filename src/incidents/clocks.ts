import type { Facts, Incident } from './incident.ts';
import type { ClockRow, Process } from './process.ts';

/** Whether an ISO day ("2026-12-25") is a bank holiday here. */
export type IsHoliday = (day: string) => boolean;

/** A running deadline. Instants are ISO, UTC. */
export interface Deadline {
  readonly clock: string;
  readonly label: string;
  readonly by: string;
  readonly remindAt: string;
  readonly source: string;
}

/** The end of a working day in England, local time. */
const closingHour = 17;
const msPerDay = 86_400_000;

/** The deadlines that run for an incident, soonest first; none while it is paused or over. */
export function deadlines(process: Process, incident: Incident, isHoliday: IsHoliday): readonly Deadline[] {
  if (incident.pauses.some((pause) => pause.to === null)) return [];
  return process.clocks
    .filter((row) => row.while.includes(incident.status) && !(row.stops && incident.updatedReporterAt !== null))
    .map((row) => deadline(row, incident, isHoliday))
    .sort((a, b) => a.by.localeCompare(b.by) || a.clock.localeCompare(b.clock));
}

/** The deadlines that the reporter is told of, in their words. `source` says on whose word a deadline stands. */
export function reporterDeadlines(process: Process, incident: Incident, isHoliday: IsHoliday): readonly Deadline[] {
  return deadlines(process, incident, isHoliday).flatMap((one) => {
    const label = process.clocks.find(({ clock }) => clock === one.clock)?.reporter;
    return label === undefined ? [] : [{ ...one, label }];
  });
}

function deadline(row: ClockRow, incident: Incident, isHoliday: IsHoliday): Deadline {
  const start = startOf(row, incident);
  const days = row.within + pausedDays(incident, start, isHoliday);
  const by = addWorkingDays(start, days, isHoliday);
  const remindAt = addWorkingDays(start, Math.max(0, days - row.remind), isHoliday);
  return { clock: row.clock, label: row.label, by, remindAt, source: row.source };
}

function startOf(row: ClockRow, facts: Facts): string {
  if (row.from === 'report') return facts.reportedAt;
  if (row.from === 'status' || facts.reviewedAt === null) return facts.enteredAt;
  return [facts.reviewedAt, facts.enteredAt].sort()[1] as string;
}

/** Whole working days that ended pauses took since `start`. */
function pausedDays(facts: Facts, start: string, isHoliday: IsHoliday): number {
  return facts.pauses.reduce((sum, pause) => {
    const from = pause.from > start ? pause.from : start;
    return pause.to === null || pause.to <= from ? sum : sum + workingDaysBetween(from, pause.to, isHoliday);
  }, 0);
}

/**
 * The instant at which the n-th working day after an instant ends (17:00 in England). Day 0 is the day itself, or the
 * next working day where it is none.
 */
export function addWorkingDays(instant: string, days: number, isHoliday: IsHoliday): string {
  const start = englishDay(instant);
  const known = reckoned.get(isHoliday) ?? new Map<string, string>();
  reckoned.set(isHoliday, known);
  const key = `${start}+${days}`;
  const answer = known.get(key) ?? englishInstant(workingDayAfter(start, days, isHoliday), closingHour);
  if (known.size > mostReckoned) known.clear();
  known.set(key, answer);
  return answer;
}

/** Ends of working days once reckoned: a list of incidents asks for the same few over and over. */
const reckoned = new WeakMap<IsHoliday, Map<string, string>>();
const mostReckoned = 10_000;

function workingDayAfter(start: string, days: number, isHoliday: IsHoliday): string {
  let day = start;
  while (!isWorkingDay(day, isHoliday)) day = dayAfter(day);
  for (let left = days; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, isHoliday)) left--;
  }
  return day;
}

/** How many working days begin after one instant's day and up to another's. */
export function workingDaysBetween(from: string, to: string, isHoliday: IsHoliday): number {
  const last = englishDay(to);
  let count = 0;
  for (let day = englishDay(from); day < last; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, isHoliday)) count++;
  }
  return count;
}

/** Saturday, Sunday and bank holidays are no working days. */
export function isWorkingDay(day: string, isHoliday: IsHoliday): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
}

const inEngland = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
});

/** The calendar day in England at an instant, ISO. */
export function englishDay(instant: string): string {
  return inEngland.format(new Date(instant));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + msPerDay).toISOString().slice(0, 10);
}

const hourInEngland = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** The instant of a full hour of a day in England, with or without summer time. */
function englishInstant(day: string, hour: number): string {
  const asUtc = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const ahead = Number(hourInEngland.format(asUtc)) - hour;
  return new Date(asUtc.getTime() - ahead * 3_600_000).toISOString();
}
