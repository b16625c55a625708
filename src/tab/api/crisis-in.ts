import type { Organisation } from '../../organisation/organisation.ts';
import type { CrisisWords } from '../wire.ts';

/** The fixed words that come before all else where a text tells of danger to life (C1), as in chat; else null. */
export function crisisIn(text: string, { seeCrisis, support }: Organisation): CrisisWords | null {
  return seeCrisis(text) === null ? null : support.crisis;
}
