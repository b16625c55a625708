/** How the bot proves itself to Microsoft Entra when it sends. */
export type Credentials =
  | { readonly kind: 'managed-identity'; readonly appId: string; readonly tenantId: string }
  | { readonly kind: 'secret'; readonly appId: string; readonly tenantId: string; readonly secret: string }
  | {
      readonly kind: 'certificate';
      readonly appId: string;
      readonly tenantId: string;
      readonly thumbprint: string;
      readonly privateKey: string;
    };

/** What the Teams edge needs to know. `config.ts` fills it from the environment. */
export interface TeamsSettings {
  /** Address to listen on. Anything but loopback needs credentials. */
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** Loopback port of /healthz, /readyz and /metrics; 0 takes a free one, null serves none. */
  readonly healthPort: number | null;
  /** True for the run on one's own machine, with the Playground as the chat client and no credentials. */
  readonly local: boolean;
  readonly credentials: Credentials | null;
  /** Entra tenants whose members may use the bot. */
  readonly tenants: readonly string[];
  /** Host names of the Bot Connector beyond the public cloud's (service-hosts.ts), each exact or "*.example.org". */
  readonly serviceHosts?: readonly string[];
  /** Where the channel's signing keys are announced; the public cloud's unless given. */
  readonly keysUrl?: string;
}
