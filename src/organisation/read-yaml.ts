import { load, YAMLException } from 'js-yaml';
import type { ZodType } from 'zod';
import { BrokenPolicyFile } from './broken-policy-file.ts';
import { readText } from './read-text.ts';
import { readYamlCarefully } from './read-yaml-carefully.ts';

export { BrokenPolicyFile };

/** Reads one YAML file of `policy/` into the shape of `schema`; throws `BrokenPolicyFile` at the first thing wrong. */
export function readYaml<T>(file: string, schema: ZodType<T>, text = readText(file)): T {
  const parsed = schema.safeParse(readQuickly(text));
  return parsed.success ? parsed.data : readYamlCarefully(file, schema, text);
}

/** Undefined where it is not YAML: no file of ours is nothing, so the careful reader says why. */
function readQuickly(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}
