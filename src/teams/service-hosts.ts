/**
 * Hosts of the Bot Connector that Teams uses, from "Send proactive messages" (public, GCC, GCC High, DoD) and the
 * addresses seen in activities. The bot's own token goes to these and nowhere else.
 */
const publicHosts = [
  'smba.trafficmanager.net',
  '*.botframework.com',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
] as const;

/** Says whether the bot may send to an address. */
export type MaySendTo = (url: string) => boolean;

/** https on the default port, to the hosts above or those added. */
export function allowServiceHosts(added: readonly string[] = []): MaySendTo {
  const patterns = [...publicHosts, ...added].map((pattern) => pattern.toLowerCase());
  return (url) => {
    const parsed = parseUrl(url);
    if (parsed?.protocol !== 'https:' || parsed.port !== '') return false;
    return patterns.some((pattern) => matchesHost(parsed.hostname, pattern));
  };
}

/** For the local run: this machine, any port. */
export function allowLoopback(): MaySendTo {
  return (url) => {
    const parsed = parseUrl(url);
    return parsed?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(parsed.hostname);
  };
}

/** "*.example.org" stands for one or more labels before ".example.org"; anything else is the whole name. */
export function matchesHost(hostname: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}

function parseUrl(url: string): URL | undefined {
  const parsed = URL.parse(url);
  return parsed === null || parsed.username !== '' || parsed.password !== '' ? undefined : parsed;
}
