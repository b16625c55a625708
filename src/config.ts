import { BadCertificate, type Certificate, readCertificate } from './read-certificate.ts';
import { readNumber } from './read-number.ts';

/** How the program runs, read from the environment once. Names and meaning stand in `env/.env.example`. */
export interface Config {
  readonly mode: 'local' | 'deployed';
  readonly host: string;
  readonly port: number;
  readonly chatPort: number;
  /** Loopback port of the health pages and figures, or null for none. */
  readonly healthPort: number | null;
  readonly policyFolder: string;
  readonly dataFolder: string;
  /** PostgreSQL, or null for SQLite in `dataFolder`. */
  readonly databaseUrl: string | null;
  /** Sealing key, or null for a key file made at the first local start. */
  readonly dataKey: string | null;
  readonly credentials: Credentials | null;
  /** Entra tenants whose people may use the bot. */
  readonly tenants: readonly string[];
  /** The tab in Teams; null where it has no address yet. */
  readonly tab: Tab | null;
  /** Teams' id of the caseworkers' channel, where alerts go that reach nobody's chat, or null for none. */
  readonly caseworkChannel: string | null;
  /** Alerts in the activity feed of Teams, or null for none. */
  readonly feed: Feed | null;
  /** The e-mail server for alerts that Teams cannot bring, or null for none. */
  readonly mail: Mail | null;
  readonly switches: Switches;
  readonly rates: Rates;
  /** A module that sets OpenTelemetry up when it is loaded, or null for no traces. */
  readonly tracingModule: string | null;
}

/** Turns a minute that a replica answers to one person, and to one tenant; 0 for no limit. */
export interface Rates {
  readonly perPerson: number;
  readonly perTenant: number;
}

export interface Tab {
  /** Its public address, without a slash at its end; '' in the local run: this machine's own. */
  readonly endpoint: string;
  /** The registration in Entra that its users sign in to, or null: then it shows the policy only. */
  readonly clientId: string | null;
  /** The app's id in its manifest, for links that stay in Teams; null for links to the address. */
  readonly appId: string | null;
}

export interface Feed {
  /** The secret of the tab's registration; null where the bot's managed identity speaks for it. */
  readonly secret: string | null;
}

export interface Mail {
  /** "smtps://user:password@host:465" */
  readonly server: string;
  /** The sender's address. */
  readonly from: string;
}

export interface Credentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly kind: 'UserAssignedMSI' | 'SingleTenant';
  /** With SingleTenant, this or the certificate. */
  readonly secret: string | null;
  readonly certificate: Certificate | null;
}

/** Each job can be turned off; with reporting off the people to contact are still shown (G3). */
export interface Switches {
  readonly answers: boolean;
  readonly draftCheck: boolean;
  readonly reporting: boolean;
  readonly alerts: boolean;
}

/** Every missing or unreadable setting, named at once, in one message. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(environment: Environment): Config {
  const problems: string[] = [];
  const mode = environment.RUN_MODE ?? 'local';
  if (mode !== 'local' && mode !== 'deployed') problems.push('RUN_MODE must be local or deployed');
  const config: Config = {
    mode: mode === 'deployed' ? 'deployed' : 'local',
    host: environment.HOST || (mode === 'deployed' ? '0.0.0.0' : '127.0.0.1'),
    port: readNumber('PORT', port(3978), environment, problems),
    chatPort: readNumber('CHAT_PORT', port(56150), environment, problems),
    healthPort: environment.HEALTH_PORT ? readNumber('HEALTH_PORT', port(0), environment, problems) : null,
    policyFolder: environment.POLICY_DIR || 'policy',
    dataFolder: environment.DATA_DIR || 'var',
    databaseUrl: environment.DATABASE_URL || null,
    dataKey: environment.DATA_KEY || null,
    credentials: readCredentials(environment, problems),
    tenants: (environment.ALLOWED_TENANTS || environment.TENANT_ID || '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean),
    tab: readTab(environment, mode === 'local', problems),
    caseworkChannel: environment.CASEWORK_CHANNEL || null,
    feed: readFeed(environment, problems),
    mail: readMail(environment, problems),
    switches: {
      answers: readSwitch('ANSWERS', environment, problems),
      draftCheck: readSwitch('DRAFT_CHECK', environment, problems),
      reporting: readSwitch('REPORTING', environment, problems),
      alerts: readSwitch('ALERTS', environment, problems),
    },
    tracingModule: environment.TRACING_MODULE || null,
    rates: {
      perPerson: readNumber('TURNS_PER_PERSON', rate(120), environment, problems),
      perTenant: readNumber('TURNS_PER_TENANT', rate(12_000), environment, problems),
    },
  };
  if (mode === 'deployed') problems.push(...missingWhenDeployed(config));
  if (problems.length > 0)
    throw new BadConfig(`${problems.join('; ')}. The settings are explained in env/.env.example.`);
  return config;
}

function missingWhenDeployed(config: Config): string[] {
  const missing: string[] = [];
  if (config.credentials === null)
    missing.push('CLIENT_ID and TENANT_ID are missing: without them anybody could talk to the bot');
  if (config.databaseUrl === null) missing.push('DATABASE_URL is missing');
  if (config.dataKey === null) missing.push('DATA_KEY is missing');
  return missing;
}

const port = (fallback: number) => ({ fallback, most: 65_535, what: 'a port number from 0 to 65535' });
const rate = (fallback: number) => ({
  ...{ fallback, most: Number.MAX_SAFE_INTEGER, what: 'a number of turns a minute, or 0 for no limit' },
});

function readSwitch(name: string, environment: Environment, problems: string[], otherwise = 'on'): boolean {
  const value = environment[name] || otherwise;
  if (value !== 'on' && value !== 'off') problems.push(`${name} must be on or off`);
  return value !== 'off';
}

function readTab(environment: Environment, local: boolean, problems: string[]): Tab | null {
  const endpoint = environment.TAB_ENDPOINT || '';
  if (endpoint === '' && !local) return null;
  if (endpoint !== '' && !/^https:\/\/[^/?#]+\/tab$/.test(endpoint))
    problems.push('TAB_ENDPOINT must be an address such as https://bot.example.org/tab');
  return { endpoint, clientId: environment.AAD_APP_CLIENT_ID || null, appId: environment.TEAMS_APP_ID || null };
}

function readFeed(environment: Environment, problems: string[]): Feed | null {
  if (!readSwitch('ACTIVITY_FEED', environment, problems, 'off')) return null;
  for (const name of ['CLIENT_ID', 'TEAMS_APP_ID', 'AAD_APP_CLIENT_ID', 'TAB_ENDPOINT'])
    if (!environment[name]) problems.push(`ACTIVITY_FEED is on but ${name} is missing`);
  const secret = environment.AAD_APP_CLIENT_SECRET || null;
  if (environment.BOT_TYPE === 'SingleTenant' && secret === null)
    problems.push('ACTIVITY_FEED is on but AAD_APP_CLIENT_SECRET is missing, which BOT_TYPE SingleTenant needs for it');
  return { secret };
}

function readMail(environment: Environment, problems: string[]): Mail | null {
  const server = environment.MAIL_SERVER;
  const from = environment.MAIL_FROM;
  if (!server && !from) return null;
  if (!server || !URL.canParse(server) || !/^smtps?:$/.test(new URL(server).protocol))
    problems.push('MAIL_SERVER must be an address such as smtps://mail.example.org:465');
  if (!from) problems.push('MAIL_SERVER is set but MAIL_FROM is missing');
  return { server: server ?? '', from: from ?? '' };
}

function readCredentials(environment: Environment, problems: string[]): Credentials | null {
  const {
    CLIENT_ID: appId,
    TENANT_ID: tenantId,
    CLIENT_SECRET: secret,
    BOT_TYPE: kind = 'UserAssignedMSI',
  } = environment;
  if (!appId && !tenantId) return null;
  if (!appId) problems.push('TENANT_ID is set but CLIENT_ID is missing');
  if (!tenantId) problems.push('CLIENT_ID is set but TENANT_ID is missing');
  if (kind !== 'UserAssignedMSI' && kind !== 'SingleTenant')
    problems.push('BOT_TYPE must be UserAssignedMSI or SingleTenant');
  const path = environment.CLIENT_CERTIFICATE_PATH;
  const thumbprint = environment.CLIENT_CERTIFICATE_THUMBPRINT || null;
  if (kind === 'SingleTenant' && !secret && !path)
    problems.push(
      'BOT_TYPE is SingleTenant but CLIENT_SECRET and CLIENT_CERTIFICATE_PATH are missing: set one of them',
    );
  if (secret && path) problems.push('CLIENT_SECRET and CLIENT_CERTIFICATE_PATH are both set: unset one of them');
  if (thumbprint !== null && !path)
    problems.push('CLIENT_CERTIFICATE_THUMBPRINT is set but CLIENT_CERTIFICATE_PATH is missing');
  return {
    appId: appId ?? '',
    tenantId: tenantId ?? '',
    kind: kind === 'SingleTenant' ? 'SingleTenant' : 'UserAssignedMSI',
    secret: secret || null,
    certificate: path ? certificateAt(path, thumbprint, problems) : null,
  };
}

function certificateAt(path: string, thumbprint: string | null, problems: string[]): Certificate | null {
  try {
    return readCertificate(path, thumbprint);
  } catch (error) {
    if (!(error instanceof BadCertificate)) throw error;
    problems.push(error.message);
    return null;
  }
}
