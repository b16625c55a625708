/** Looks each word up once however often it comes; only as many as a large index has, for what is asked never ends. */
export function remembered<T>(look: (word: string) => T): (word: string) => T {
  const seen = new Map<string, T>();
  return (word) => {
    const before = seen.get(word);
    if (before !== undefined) return before;
    const found = look(word);
    if (seen.size < 50_000) seen.set(word, found);
    return found;
  };
}
