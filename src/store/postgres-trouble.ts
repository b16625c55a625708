import { StoreUnavailable, type Trouble } from './store-error.ts';

/**
 * The SQLSTATE or the system's error name; `connection` for what the driver says without either, '' for errors of our own.
 * The words of a server may quote values and are never kept.
 */
export function postgresCode(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  return /^(Connection|Query read|Client|timeout).*(terminated|timeout|queryable|expired)|^timeout/.test(
    String(message),
  )
    ? 'connection'
    : '';
}

const lostConnection = /^(08|57P0[1-5]|connection$|E[A-Z]+$)/;
const undone = /^(40001|40P01|55P03)/;

/** No connection could be had, so nothing was sent. */
export class NotConnected extends Error {
  readonly code: string;

  constructor(cause: unknown) {
    super('no connection');
    this.code = postgresCode(cause);
  }
}

/** True if another attempt may succeed at once: the connection went away, or the server undid the statement. */
export function isPassing(error: unknown): boolean {
  return lostConnection.test(postgresCode(error)) || undone.test(postgresCode(error));
}

/** True if the connection went away in such a way that the statement may have been carried out. */
export function hasArrived(error: unknown): boolean {
  return lostConnection.test(postgresCode(error)) && !(error instanceof NotConnected);
}

const troubles: readonly (readonly [RegExp, Trouble])[] = [
  [lostConnection, 'disconnected'],
  [/^(28|3D000|42501)/, 'denied'],
  [/^53300/, 'disconnected'],
  [/^53100/, 'full'],
  [/^25006/, 'read-only'],
  [undone, 'locked'],
  [/^(53|54|57|58|XX)/, 'failing'],
];

/** `StoreUnavailable` if the error is about the engine; any other error as it is. */
export function troubleOf(error: unknown, uncertain: boolean): unknown {
  const code = postgresCode(error);
  const trouble = troubles.find(([pattern]) => pattern.test(code))?.[1];
  return error instanceof StoreUnavailable || trouble === undefined
    ? error
    : new StoreUnavailable(trouble, code, uncertain);
}
