import { join } from 'node:path';
import { z } from 'zod';
import { characteristics, type PeopleWords, talkKinds } from '../drafts/group-talk/lexicon.ts';
import { readYaml } from './read-yaml.ts';

const words = z.array(z.string().trim().min(1));
const some = words.default([]);
const characteristic = z.enum(characteristics);

const groups = z.array(
  z.strictObject({
    characteristic,
    group: z.string(),
    nouns: words,
    adjectives: words,
    beliefs: words,
    signs: words,
    emoji: words,
  }),
);
const slurs = z.partialRecord(characteristic, z.strictObject({ sharp: words, blunt: words, 'lived-in': words }));
const talk = z.record(
  z.enum(talkKinds),
  z.strictObject({ means: z.string(), verbs: some, nouns: some, words: some, phrases: some }),
);
const grammar = z.strictObject({
  persons: words,
  'the-adjective': words,
  distancing: words,
  self: words,
  unprotected: words,
  insults: words,
});
const emoji = z.strictObject({
  things: z.record(z.string(), z.string()),
  skin: z.strictObject({ dark: words, light: words }),
});

/**
 * Reads `<folder>/conduct-rules/lexicons/`: the words for people, what is said of them, slurs, and emoji used as words.
 * Throws `BrokenPolicyFile` with file, line and reason.
 */
export function readPeopleWords(folder: string): PeopleWords {
  const file = (name: string) => join(folder, 'conduct-rules', 'lexicons', `${name}.yaml`);
  return {
    groups: readYaml(file('groups'), groups),
    slurs: readYaml(file('slurs'), slurs) as PeopleWords['slurs'],
    talk: readYaml(file('said-of-people'), talk),
    grammar: readYaml(file('grammar'), grammar),
    emoji: readYaml(file('emoji'), emoji),
  };
}
