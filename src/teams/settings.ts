/** How the bot proves itself to Microsoft Entra when it sends. */
export interface Credentials {
  readonly appId: string;
  readonly tenantId: string;
  /** A managed identity in Azure, or a registration of one tenant with a secret or a certificate. */
  readonly kind: 'UserAssignedMSI' | 'SingleTenant';
  readonly secret: string | null;
  /** PEM private key, and the thumbprint of the certificate as Entra shows it. */
  readonly certificate?: { readonly thumbprint: string; readonly privateKey: string } | null;
}

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
  readonly credentials: Credentials | null;
  /** Entra tenants whose members may use the bot. */
  readonly tenants: readonly string[];
  /** Hosts of the Bot Connector beyond those of service-hosts.ts, each exact or "*.example.org". */
  readonly serviceHosts?: readonly string[];
  /** Where the channel's signing keys are announced; the public cloud's unless given. */
  readonly keysUrl?: string;
}
