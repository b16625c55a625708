import type { PolicyView, Setup } from '../wire.ts';
import { makeApi, type Reply } from './api.ts';

/** What everybody may read needs nobody's token, so it is asked for while the page is still being put together. */
const everybody = makeApi(async () => null);

export const setupAtOnce: Promise<Reply<Setup>> = everybody.get<Setup>('setup');

let policy: Promise<Reply<PolicyView>> | undefined;

/** The policy, fetched once for as long as the page is open; again where that failed. */
export function policyAtOnce(): Promise<Reply<PolicyView>> {
  policy ??= everybody.get<PolicyView>('policy').then((reply) => {
    if (!reply.ok) policy = undefined;
    return reply;
  });
  return policy;
}
