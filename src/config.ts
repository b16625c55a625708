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
  /** The e-mail server for alerts that Teams cannot bring, or null for none. */
  readonly mail: Mail | null;
  readonly switches: Switches;
  readonly rates: Rates;
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
  /** Only with SingleTenant. */
  readonly secret: string | null;
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
  if (mode !== 'local' && mode !== 'deployed') problems.push(`RUN_MODE is "${mode}"; it can be local or deployed`);
  const config: Config = {
    mode: mode === 'deployed' ? 'deployed' : 'local',
    host: environment.HOST || (mode === 'deployed' ? '0.0.0.0' : '127.0.0.1'),
    port: readPort('PORT', 3978, environment, problems),
    chatPort: readPort('CHAT_PORT', 56150, environment, problems),
    healthPort: environment.HEALTH_PORT ? readPort('HEALTH_PORT', 0, environment, problems) : null,
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
    mail: readMail(environment, problems),
    switches: {
      answers: readSwitch('ANSWERS', environment, problems),
      draftCheck: readSwitch('DRAFT_CHECK', environment, problems),
      reporting: readSwitch('REPORTING', environment, problems),
      alerts: readSwitch('ALERTS', environment, problems),
    },
    rates: {
      perPerson: readRate('TURNS_PER_PERSON', 120, environment, problems),
      perTenant: readRate('TURNS_PER_TENANT', 12_000, environment, problems),
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

function readPort(name: string, fallback: number, environment: Environment, problems: string[]): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  problems.push(`${name} is "${text}"; it must be a port number from 0 to 65535`);
  return fallback;
}

function readRate(name: string, fallback: number, environment: Environment, problems: string[]): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 0) return rate;
  problems.push(`${name} is "${text}"; it must be a number of turns a minute, or 0 for no limit`);
  return fallback;
}

function readSwitch(name: string, environment: Environment, problems: string[]): boolean {
  const value = environment[name] || 'on';
  if (value !== 'on' && value !== 'off') problems.push(`${name} is "${value}"; it can be on or off`);
  return value !== 'off';
}

function readTab(environment: Environment, local: boolean, problems: string[]): Tab | null {
  const endpoint = environment.TAB_ENDPOINT || '';
  if (endpoint === '' && !local) return null;
  if (endpoint !== '' && !/^https:\/\/[^/?#]+\/tab$/.test(endpoint))
    problems.push(`TAB_ENDPOINT is "${endpoint}"; it must be an address such as https://bot.example.org/tab`);
  return { endpoint, clientId: environment.AAD_APP_CLIENT_ID || null, appId: environment.TEAMS_APP_ID || null };
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
    problems.push(`BOT_TYPE is "${kind}"; it can be UserAssignedMSI or SingleTenant`);
  if (kind === 'SingleTenant' && !secret) problems.push('BOT_TYPE is SingleTenant but CLIENT_SECRET is missing');
  return {
    appId: appId ?? '',
    tenantId: tenantId ?? '',
    kind: kind === 'SingleTenant' ? 'SingleTenant' : 'UserAssignedMSI',
    secret: secret || null,
  };
}
