import { z } from 'zod';
import { platforms } from '../drafts/finding.ts';
import type { PlatformTable } from '../drafts/platform-advice.ts';
import { readYaml } from './read-yaml.ts';

const words = z.string().trim().min(1);
const count = z.int().min(1);

const facts = z
  .strictObject({
    name: words,
    longest: count,
    'links count as': count.optional(),
    'emoji count as': count.default(1),
    'most hashtags': count.optional(),
    habits: z.array(words).min(1).max(3),
  })
  .transform((row) => ({
    name: row.name,
    longest: row.longest,
    linksCountAs: row['links count as'] ?? null,
    emojiCountAs: row['emoji count as'],
    mostHashtags: row['most hashtags'] ?? null,
    habits: row.habits,
  }));

const schema = z.partialRecord(z.enum(platforms), facts);

/** Reads `policy/platforms.yaml`: what is known of the places people post to. */
export function readPlatforms(file: string, text?: string): PlatformTable {
  return readYaml(file, schema, text);
}
