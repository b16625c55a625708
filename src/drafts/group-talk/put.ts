/** Fills `{name}` holes of a sentence from the rule's file. */
export function put(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{([a-z-]+)\}/g, (hole, name: string) => values[name] ?? hole);
}
