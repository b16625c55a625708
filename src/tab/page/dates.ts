const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'Europe/London',
});
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** "1 September 2023", from an ISO instant, by London's clock. */
export function longDate(iso: string): string {
  return day.format(new Date(iso));
}

/** "1 September 2023, 14:05". */
export function dateAndTime(iso: string): string {
  return `${longDate(iso)}, ${time.format(new Date(iso))}`;
}
