import type { Finding, Protection } from './finding.ts';
import { isAbusive, protectionOf } from './protection.ts';
import type { Reading } from './reading.ts';

/** What the rules together leave standing: a protected draft loses what must not be raised against it. */
export function settle(
  reading: Reading,
  raised: readonly Finding[],
): { findings: readonly Finding[]; protection: Protection | null } {
  const protection = protectionOf(reading);
  return { findings: raised.filter((finding) => !isProtected(reading, finding, protection)), protection };
}

/** Speaking up and union activity are not disrepute, nor flippant; abuse of a person in a union post stays abuse. */
function isProtected(reading: Reading, { rule }: Finding, protection: Protection | null): boolean {
  if (protection === null || (rule !== 'disrepute' && rule !== 'flippant-or-inaccurate')) return false;
  return protection === 'protected-disclosure' || !isAbusive(reading);
}
