/** An identifier as a message may show it: first and last character, the rest as dots; never the whole. */
export function masked(identifier: string): string {
  const characters = [...identifier];
  if (characters.length < 5) return '…';
  return `${characters[0]}…${characters.at(-1)}`;
}
