import type { EntraIdentity } from '../people/entra-token.ts';

/** What the Teams edge needs to know. `config.ts` fills it from the environment. */
export interface TeamsSettings {
  /** Local: on one's own machine, with the Playground as the chat client and without credentials. */
  readonly mode: 'local' | 'deployed';
  /** Address to listen on. Anything but loopback needs credentials. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback port of /healthz, /readyz and /metrics; 0 takes a free one, null or absent serves none. */
  readonly healthPort?: number | null;
  /** How the bot proves itself to Microsoft Entra when it sends. */
  readonly credentials: EntraIdentity | null;
  /** Entra tenants whose members may use the bot. */
  readonly tenants: readonly string[];
  /** Hosts of the Bot Connector beyond those of service-hosts.ts, each exact or "*.example.org". */
  readonly serviceHosts?: readonly string[];
  /** Where the channel's signing keys are announced; the public cloud's unless given. */
  readonly keysUrl?: string;
}
