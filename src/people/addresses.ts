/** A part before the @ that is shorter says too little to be somebody. */
const shortestLocal = 5;

/** Whether a text has somebody's e-mail address in it, or the part of it before the @ (as a handle, or in a link). */
export function hasAddressOf(text: string, email: string | null): boolean {
  const address = email?.toLowerCase() ?? '';
  const local = address.split('@')[0] ?? '';
  if (local === '') return false;
  return addressesIn(text).some((token) => {
    const [before, domain] = token.split('@');
    return token === address || (before === local && (domain !== undefined || local.length >= shortestLocal));
  });
}

/** What may be an address, or the part of one before the @: in small letters, without what ends a sentence. */
export function addressesIn(text: string): readonly string[] {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}._%+'-]*(?:@[\p{L}\p{N}.-]+)?/gu) ?? [];
  return tokens.map((token) => token.replace(/[.'-]+$/, ''));
}
