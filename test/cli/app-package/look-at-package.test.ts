import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookAtPackage } from '../../../src/cli/app-package/look-at-package.ts';
import { variables } from './sample.ts';

function environment(values: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'can-i-post-env-'));
  const lines = Object.entries(values).map(([name, value]) => `${name}='${value}'`);
  writeFileSync(join(folder, '.env.prod'), lines.join('\n'));
  writeFileSync(join(folder, '.env.prod.user'), '');
  writeFileSync(join(folder, '.env.example'), 'TEAMS_APP_ID=');
  return folder;
}

test('an environment that is filled in is ready; one that nobody has begun is no fault', async () => {
  expect(await lookAtPackage(environment(variables))).toContain('ready to be made for "prod"');
  expect(await lookAtPackage(environment({ BOT_ID: '' }))).toContain('no environment is filled in yet');
});

test.each([
  ['lacks something', { ...variables, PRIVACY_URL: '' }, 'env/.env.prod lacks PRIVACY_URL'],
  ['has the bot sign people in', { ...variables, AAD_APP_CLIENT_ID: variables.BOT_ID }, 'must not be BOT_ID'],
  ['has a tab elsewhere', { ...variables, TAB_DOMAIN: 'other.example.org' }, 'not in validDomains'],
])('one that %s is told what to change', async (_name, values, words) => {
  await expect(lookAtPackage(environment(values))).rejects.toThrow(words);
});
