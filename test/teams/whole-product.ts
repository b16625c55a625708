import { limitRates } from '../../src/requests/limit-rates.ts';
import { createRateLimits } from '../../src/requests/rate-limits.ts';
import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import { openWorld, organisation, type World } from '../requests/world.ts';
import { type Edge, startEdge } from './edge.ts';

/** The whole product behind its edge, as one process runs it, with a store in memory and nobody held back. */
export async function startWholeProduct(): Promise<Edge & { readonly world: World }> {
  const world = await openWorld();
  const answer = limitRates({
    ...{ answer: world.answer, now: () => world.now, limits: createRateLimits({ perPerson: 0, perTenant: 0 }) },
    ...{ renewals: createRateLimits({ perPerson: 0, perTenant: 0 }), speaksOfDanger: () => false, onSlowed: () => {} },
  });
  const { store } = world;
  const edge = await startEdge({ answer, readPress, readSentence: makeReadSentence(organisation), store });
  return {
    ...edge,
    world,
    async stop() {
      await edge.stop();
      await world.close();
    },
  };
}
