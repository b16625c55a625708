import { readAppPackage } from '../../../src/cli/app-package/app-package.ts';

/** The package of the repository, and what an invented organisation fills it with. */
export const own = readAppPackage('appPackage');
export const variables = {
  TEAMS_APP_ID: 'a1b2c3d4-0000-4000-8000-000000000001',
  BOT_ID: 'a1b2c3d4-0000-4000-8000-000000000002',
  AAD_APP_CLIENT_ID: 'a1b2c3d4-0000-4000-8000-000000000003',
  TAB_DOMAIN: 'bot.example.org',
  TAB_ENDPOINT: 'https://bot.example.org/tab',
  APP_NAME_SUFFIX: ' (dev)',
  ORGANISATION_NAME: 'Sample "quoted" organisation',
  SUPPORT_URL: 'https://www.example.org/help',
  PRIVACY_URL: 'https://www.example.org/privacy',
  TERMS_URL: 'https://www.example.org/terms',
};
