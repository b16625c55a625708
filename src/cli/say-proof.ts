import type { Credentials } from '../config.ts';

/** A certificate that runs out within so many days is said to. */
const soonDays = 30;

/** How the bot proves itself to Entra, in a few words without any value. Throws with what to change. */
export function sayProof(credentials: Credentials | null, now: Date): string {
  if (credentials === null) return 'none needed on this machine';
  if (credentials.kind === 'UserAssignedMSI') return 'a managed identity, nothing secret to keep';
  if (credentials.certificate === null) return 'a secret; Entra lets it run out, so note when';
  const days = Math.floor((Date.parse(credentials.certificate.validTo) - now.getTime()) / 86_400_000);
  if (days < 0)
    throw new Error('the certificate in CLIENT_CERTIFICATE_PATH has run out: put a new one there, and into Entra');
  return `a certificate, valid for ${days} days${days < soonDays ? ': put a new one there and into Entra soon' : ''}`;
}
