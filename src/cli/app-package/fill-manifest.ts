import { BadAppPackage, type Variables } from './app-package.ts';

/** A manifest with every hole filled. What it has is for the checks to say. */
// biome-ignore lint/suspicious/noExplicitAny: the schema says what it is, and is held against it
export type Manifest = any;

const hole = /\$\{\{\s*([A-Z][A-Z0-9_]*)\s*\}\}/g;

/** Variables that may be empty. */
const optional = new Set(['APP_NAME_SUFFIX']);

/** What each variable is, for whoever has to fill it in. */
const meanings: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: "the app's own id: any new GUID, kept for ever (node -p 'crypto.randomUUID()')",
  BOT_ID: 'the application (client) id of the bot (the managed identity)',
  AAD_APP_CLIENT_ID: 'the application (client) id of the registration that the tab signs people in with',
  TAB_DOMAIN: 'the host of the tab, such as bot.example.org',
  TAB_ENDPOINT: 'the address of the tab, such as https://bot.example.org/tab',
  ORGANISATION_NAME: 'the name of the organisation, at most 32 characters',
  SUPPORT_URL: 'a page that says where to get help with the app',
  PRIVACY_URL: 'the privacy notice',
  TERMS_URL: 'the terms of use',
};

/** The names of all holes. */
export function holesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(hole)].map(([, name = '']) => name))];
}

/** Those that an environment leaves empty, each with its meaning. */
export function missingVariables(text: string, variables: Variables): readonly string[] {
  return holesOf(text)
    .filter((name) => !optional.has(name) && !variables[name]?.trim())
    .map((name) => (meanings[name] === undefined ? name : `${name}: ${meanings[name]}`));
}

/** Fills the holes. Throws `BadAppPackage` where a variable is empty, all of them named, or where it is no JSON. */
export function fillManifest(text: string, variables: Variables): Manifest {
  const missing = missingVariables(text, variables);
  if (missing.length > 0) throw new BadAppPackage(missing.map((line) => `Not set: ${line}`).join('\n'));
  const quoted = (name: string) => JSON.stringify(variables[name] ?? '').slice(1, -1);
  const filled = text.replace(hole, (_hole, name: string) => quoted(name));
  try {
    return JSON.parse(filled);
  } catch (error) {
    throw new BadAppPackage(`manifest.json is no JSON: ${(error as Error).message}`);
  }
}
