import { createPublicKey, type KeyObject } from 'node:crypto';

/** One of the keys with which the channel signs, and the channel ids that it may sign for. */
export interface ChannelKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

export interface ChannelKeys {
  /** The key of this id; undefined if the channel announces none, or cannot be asked. Never throws. */
  find(id: string): Promise<ChannelKey | undefined>;
  /** Whether any keys are known. */
  ready(): boolean;
}

export interface KeySource {
  /** The OpenID metadata document, which names the address of the keys. */
  readonly url: string;
  readonly clock: () => Date;
  /** Told when the keys could not be had, with the reason. */
  readonly onTrouble: (reason: string) => void;
  readonly pace?: KeyPace;
}

/** All in ms. */
export interface KeyPace {
  /** Keys older than this are asked for again; the old ones serve until the answer is there. */
  readonly freshFor: number;
  /** An unknown key id asks again, but not sooner than this after the last answer. */
  readonly afterAnswer: number;
  /** After a failure, not sooner than this. */
  readonly afterFailure: number;
  readonly timeout: number;
}

export const keyPace: KeyPace = {
  freshFor: 24 * 3_600_000,
  afterAnswer: 5 * 60_000,
  afterFailure: 10_000,
  timeout: 5_000,
};

/** Keeps the channel's keys. However many requests come, at most one question to the key server is under way. */
export function createChannelKeys({ url, clock, onTrouble, pace = keyPace }: KeySource): ChannelKeys {
  let keys: ReadonlyMap<string, ChannelKey> = new Map();
  let loadedAt = Number.NEGATIVE_INFINITY;
  let mayAskAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    try {
      keys = await fetchKeys(url, pace.timeout);
      loadedAt = clock().getTime();
      mayAskAt = loadedAt + pace.afterAnswer;
    } catch (error) {
      mayAskAt = clock().getTime() + pace.afterFailure;
      onTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      asking = undefined;
    }
  }

  function askOnce(): Promise<void> {
    asking ??= ask();
    return asking;
  }

  return {
    async find(id) {
      const now = clock().getTime();
      const known = keys.get(id);
      if (known !== undefined) {
        if (now - loadedAt > pace.freshFor && now >= mayAskAt) void askOnce();
        return known;
      }
      if (asking === undefined && now < mayAskAt) return undefined;
      await askOnce();
      return keys.get(id);
    },
    ready: () => keys.size > 0,
  };
}

async function fetchKeys(url: string, timeout: number): Promise<ReadonlyMap<string, ChannelKey>> {
  const metadata = await fetchJson(url, timeout);
  const keysUrl = metadata.jwks_uri;
  if (typeof keysUrl !== 'string' || !isTrustworthy(keysUrl, url))
    throw new Error('the metadata names no https key address');
  const { keys } = await fetchJson(keysUrl, timeout);
  if (!Array.isArray(keys)) throw new Error('the key document has no "keys"');
  const found = new Map(keys.flatMap((key: unknown) => readKey(key)));
  if (found.size === 0) throw new Error('the key document has no usable key');
  return found;
}

function isTrustworthy(keysUrl: string, metadataUrl: string): boolean {
  const parsed = URL.parse(keysUrl);
  return parsed !== null && (parsed.protocol === 'https:' || parsed.origin === new URL(metadataUrl).origin);
}

const largestDocument = 1_000_000;

async function fetchJson(url: string, timeout: number): Promise<Record<string, unknown>> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeout) });
  if (!response.ok) throw new Error(`the key server answered ${response.status}`);
  const text = await response.text();
  if (text.length > largestDocument) throw new Error('the key server sent too much');
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) throw new Error('the key server sent no JSON object');
  return value as Record<string, unknown>;
}

/** RSA signing keys with an id; anything else in the document is left out. */
function readKey(value: unknown): readonly (readonly [string, ChannelKey])[] {
  if (typeof value !== 'object' || value === null) return [];
  const { kty, use, kid, n, e, endorsements } = value as Record<string, unknown>;
  if (kty !== 'RSA' || (use !== undefined && use !== 'sig') || typeof kid !== 'string') return [];
  if (typeof n !== 'string' || typeof e !== 'string') return [];
  try {
    const key = createPublicKey({ key: { kty, n, e }, format: 'jwk' });
    const named = Array.isArray(endorsements) ? endorsements.filter((name) => typeof name === 'string') : [];
    return [[kid, { key, endorsements: named }]];
  } catch {
    return [];
  }
}
