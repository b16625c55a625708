import type { Delivery } from '../alerts/courier.ts';
import { MayNotSend } from './guarded-connectors.ts';

type Failure = Exclude<Delivery, { outcome: 'delivered' }>;

/**
 * What a failed send means, from the status and the code in the body, which the Bot Connector writes in two shapes:
 * `{error: {code}}`, and `{errorCode, message}` where the message is JSON with a `subCode`.
 */
export function judgeFailure(error: unknown, now: Date): Failure {
  if (error instanceof MayNotSend) return { outcome: 'unreachable', reason: 'refused' };
  const { statusCode, response } = error as { statusCode?: unknown; response?: { headers?: Headers | undefined } };
  const codes = codesOf(error);
  switch (statusCode) {
    case 403:
      if (codes.includes('MessageWritesBlocked')) return { outcome: 'unreachable', reason: 'blocked' };
      if (codes.includes('BotNotInConversationRoster')) return { outcome: 'unreachable', reason: 'not-installed' };
      return { outcome: 'unreachable', reason: 'refused' };
    case 404:
    case 410:
      return { outcome: 'unreachable', reason: 'gone' };
    case 400:
    case 405:
    case 413:
    case 422:
      return { outcome: 'unreachable', reason: 'refused' };
    default:
      // 401 is our own credential, 412, 429 and 5xx are the channel's, no status is the network: none is the person's.
      return { outcome: 'later', afterMs: readRetryAfter(response?.headers?.get('retry-after') ?? null, now) };
  }
}

interface Headers {
  get(name: string): string | null | undefined;
}

/** The Retry-After header in ms from now: seconds or a date; null if there is none or it makes no sense. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(header) - now.getTime();
  return Number.isFinite(ms) && ms >= 0 ? Math.ceil(ms) : null;
}

/** Every code named anywhere in the error: own, in its details, and in JSON inside their messages. */
function codesOf(error: unknown): readonly string[] {
  const { code, details, body } = error as { code?: unknown; details?: unknown; body?: unknown };
  return [code, ...codesIn(details), ...codesIn(body)].filter((found) => typeof found === 'string');
}

function codesIn(value: unknown): readonly unknown[] {
  if (typeof value === 'string') {
    const parsed = parseJson(value);
    return typeof parsed === 'object' ? codesIn(parsed) : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const { code, subCode, error, message } = value as Record<string, unknown>;
  return [code, subCode, ...codesIn(error), ...codesIn(message)];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
