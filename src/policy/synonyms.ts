/** How people put things, in general and about nobody in particular (`policy/synonyms.yaml`). */
export interface Synonyms {
  /** Mobile typing and sound-alikes: what is typed, and the words that are meant ("shud": "should"). */
  readonly shorthand: Readonly<Record<string, string>>;
  /** Ideas of the field by name, with the words and phrases that people have for each. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /** Everyday words that are spelt right though no clause and no example has them. */
  readonly known?: readonly string[];
}

export const noSynonyms: Synonyms = { shorthand: {}, concepts: {} };
