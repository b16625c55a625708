import { type FilledCard, fillCard } from './fill.ts';

/** Welcome and help: the three jobs with an example each. `extra` adds buttons for what this person or this run has besides. */
export function jobsCard(
  headline: string,
  options: { offHours?: string; extra?: readonly { title: string; verb: string }[] } = {},
): FilledCard {
  return fillCard('jobs', { headline, offHours: options.offHours ?? '', extra: options.extra ?? [] });
}
