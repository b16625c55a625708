import { join } from 'node:path';
import { z } from 'zod';
import { type Meanings, meaningsOf } from '../drafts/meanings.ts';
import { readYaml } from './read-yaml.ts';

const thesaurus = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.string().min(1));

/** Reads `<folder>/thesaurus.yaml`: by meaning, the words that have it. */
export function readMeanings(folder: string): Meanings {
  const words = readYaml(join(folder, 'thesaurus.yaml'), thesaurus);
  return meaningsOf(Object.fromEntries(Object.entries(words).map(([name, text]) => [name, text.split(/\s+/)])));
}
