import { existsSync, readdirSync } from 'node:fs';
import { BadAppPackage, readAppPackage, readVariables } from './app-package.ts';
import { checkAppPackage } from './check-app-package.ts';
import { missingVariables } from './fill-manifest.ts';

/** Values that fill every hole, for a look at the package before anybody has chosen real ones. */
const invented = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-000000000001',
  BOT_ID: '00000000-0000-4000-8000-000000000002',
  AAD_APP_CLIENT_ID: '00000000-0000-4000-8000-000000000003',
  TAB_DOMAIN: 'bot.example.org',
  TAB_ENDPOINT: 'https://bot.example.org/tab',
  ORGANISATION_NAME: 'Sample organisation',
  SUPPORT_URL: 'https://www.example.org/help',
  PRIVACY_URL: 'https://www.example.org/privacy',
  TERMS_URL: 'https://www.example.org/terms',
};

/**
 * Whether the app package could be made, in a few words; and for each environment of a folder that has begun to be filled in,
 * what it lacks. Throws `BadAppPackage` with what to change.
 */
export async function lookAtPackage(environments = 'env'): Promise<string> {
  // The image of the service has none: the package is made where the repository is.
  if (!existsSync('appPackage')) return 'not in this installation';
  const app = readAppPackage('appPackage');
  const { problems, unseen } = await checkAppPackage(app, invented);
  if (problems.length > 0) throw new BadAppPackage(problems.join('; '));
  const begun = readdirSync(environments)
    .map((file) => /^\.env\.([a-z0-9-]+)$/i.exec(file)?.[1])
    .filter((name) => name !== undefined && name !== 'example');
  const ready: string[] = [];
  for (const name of begun) {
    const variables = readVariables(environments, name ?? '', {});
    const missing = missingVariables(app.manifest, variables);
    if (!variables.TEAMS_APP_ID) continue;
    if (missing.length > 0) throw new BadAppPackage(`env/.env.${name} lacks ${missing.map(nameOf).join(', ')}`);
    const own = (await checkAppPackage(app, variables)).problems;
    if (own.length > 0) throw new BadAppPackage(`with env/.env.${name}: ${own.join('; ')}`);
    ready.push(`ready to be made for "${name}"`);
  }
  const looked =
    unseen.length === 0 ? 'manifest and icons are in order' : `in order as far as seen (not: ${unseen.join(', ')})`;
  return [looked, ...(ready.length > 0 ? ready : ['no environment is filled in yet'])].join('; ');
}

const nameOf = (line: string): string => line.split(':')[0] ?? line;
