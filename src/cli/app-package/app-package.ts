import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

/** The app's package as it lies in the repository, with what one environment puts into its holes. */
export interface AppPackage {
  /** The manifest's text, holes and all. */
  readonly manifest: string;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** What `${{NAME}}` stands for. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The package cannot be made; the message says what to change, one line a thing. */
export class BadAppPackage extends Error {
  override readonly name = 'BadAppPackage';
}

/** Reads manifest and icons of a folder. Throws `BadAppPackage` where one is missing. */
export function readAppPackage(folder: string): AppPackage {
  const read = (name: string) => {
    const file = join(folder, name);
    if (!existsSync(file)) throw new BadAppPackage(`There is no ${file}.`);
    return readFileSync(file);
  };
  return {
    manifest: read('manifest.json').toString('utf8'),
    color: read('color.png'),
    outline: read('outline.png'),
  };
}

/**
 * The variables of an environment: `.env.<name>`, over it `.env.<name>.user`, over it what is set where the command runs.
 * Throws `BadAppPackage` where there is no such environment.
 */
export function readVariables(folder: string, name: string, surrounding: Variables): Variables {
  const file = join(folder, `.env.${name}`);
  if (!/^[a-z0-9-]+$/i.test(name) || !existsSync(file))
    throw new BadAppPackage(`There is no environment "${name}": ${file} does not exist.`);
  const own = existsSync(`${file}.user`) ? parseEnv(readFileSync(`${file}.user`, 'utf8')) : {};
  const set = Object.fromEntries(Object.entries(surrounding).filter(([, value]) => value !== undefined));
  return { ...parseEnv(readFileSync(file, 'utf8')), ...own, ...set };
}
