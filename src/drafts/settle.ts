import type { Finding, Protection } from './finding.ts';
import type { Reading } from './reading.ts';

/**
 * What the rules together leave standing: a protected draft loses what must not be raised against it, and the disclaimer
 * is not asked for where the draft breaks a rule anyway.
 */
export function settle(
  _reading: Reading,
  raised: readonly Finding[],
): { findings: readonly Finding[]; protection: Protection | null } {
  const breach = raised.some((finding) => finding.rule !== 'disclaimer' && finding.severity !== 'advice');
  return { findings: breach ? raised.filter((finding) => finding.rule !== 'disclaimer') : raised, protection: null };
}
