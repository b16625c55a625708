/**
 * A reference as somebody typed it or a card brought it back, in the form in which it is kept: case, spaces and dashes make
 * no difference, nor O for 0 and I or L for 1. What cannot be one becomes one that no incident has, so that it is looked
 * for, and not found, like any other.
 */
export function readReference(typed: string): string {
  const [, first, second] = /^CIP(.{5})(.{5})$/.exec(typed.toUpperCase().replace(/[\s-]/g, '')) ?? [];
  const text = `CIP-${plain(first)}-${plain(second)}`;
  return /^CIP-[0-9A-Z]{5}-[0-9A-Z]{5}$/.test(text) ? text : 'NONE';
}

/** Letters that are left out of references stand for the figures they look like. */
function plain(part = ''): string {
  return part.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
