/** What the edge serves under /tab, made elsewhere (src/tab); the edge knows HTTP, tokens and headers, the site knows the rest. */
export interface TabSite {
  /** The one HTML page; the nonce lets its own style sheets through the content security policy. */
  page(nonce: string): string;
  /** A script or style sheet by file name. */
  asset(name: string): TabAsset | undefined;
  answer(request: TabRequest): Promise<TabAnswer>;
  /** Called when a person's tab has no identity provider: the invented people of the local run, whom one may be. */
  readonly localPeople: readonly TabWho[];
}

export interface TabAsset {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly gzipped: Uint8Array;
}

/** Who asks, as the edge has verified. */
export interface TabWho {
  readonly oid: string;
  readonly tenant: string;
  readonly name: string;
}

export interface TabRequest {
  readonly method: 'GET' | 'POST';
  /** What stands behind /tab/api/, decoded, without empty parts. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  /** The JSON object that was posted; empty with GET. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Null for somebody who is not signed in. */
  readonly who: TabWho | null;
}

export type TabAnswer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'file'; readonly type: string; readonly name: string; readonly bytes: Uint8Array }
  /** Events without content, until `ended`; the caller begins by calling `start`. */
  | { readonly kind: 'stream'; readonly start: (send: () => void, ended: AbortSignal) => void };

/** How the tab's users prove who they are when deployed: the registration that Teams asks tokens for. */
export interface TabSignIn {
  /** Application id of that registration in Entra: the audience of the tokens. */
  readonly clientId: string;
  readonly tenants: readonly string[];
  /** Where Entra announces its signing keys; the public cloud's unless given. */
  readonly keysUrl?: string;
}
