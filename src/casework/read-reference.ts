/**
 * A reference as somebody typed it or a card brought it back, in the form in which it is kept. What cannot be one becomes
 * one that no incident has, so that it is looked for, and not found, like any other.
 */
export function readReference(typed: string): string {
  const text = typed.trim().toUpperCase().replace(/\s+/g, '');
  return /^[A-Z0-9-]{1,40}$/.test(text) ? text : 'NONE';
}
