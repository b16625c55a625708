import Holidays from 'date-holidays';
import type { IsHoliday } from '../incidents/clocks.ts';

/** The bank holidays of a part of the United Kingdom (England unless told), substitute days included, for any year. */
export function bankHolidays(country = 'GB', part = 'ENG'): IsHoliday {
  const calendar = new Holidays(country, part);
  const years = new Map<number, ReadonlySet<string>>();
  return (day) => {
    const year = Number(day.slice(0, 4));
    const days = years.get(year) ?? holidaysOf(calendar, year);
    years.set(year, days);
    return days.has(day);
  };
}

function holidaysOf(calendar: Holidays, year: number): ReadonlySet<string> {
  const all = calendar.getHolidays(year).filter(({ type }) => type === 'public' || type === 'bank');
  return new Set(all.map(({ date }) => date.slice(0, 10)));
}
