import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const current = new AsyncLocalStorage<string>();

/** Runs what answers one HTTP request under an id of its own, which its log lines carry. */
export function withRequestId<T>(run: () => T): T {
  return current.run(randomUUID(), run);
}

/** The id of the request that is being answered; nothing outside of one. To be mixed into a log line. */
export function requestId(): { readonly requestId?: string } {
  const id = current.getStore();
  return id === undefined ? {} : { requestId: id };
}
