import type { Query, Store, StoredRecord } from './store.ts';
import { Damaged } from './store-error.ts';

const page = 500;

/** Every record that answers a query, in its order. One that is damaged comes as the `Damaged` that says so. */
export async function* listAll(store: Store, query: Omit<Query, 'limit'>): AsyncGenerator<StoredRecord | Damaged> {
  let after = query.after;
  for (;;) {
    const found = await readPage(store, { ...query, ...(after && { after }) });
    yield* found;
    const last = found.at(-1);
    if (last === undefined) return;
    after = { due: last.due, id: last.id };
  }
}

/** A page ends at the first damaged record: those before it are read again without it. */
async function readPage(store: Store, query: Query): Promise<readonly (StoredRecord | Damaged)[]> {
  try {
    return await store.list({ ...query, limit: page });
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    if (error.index === 0) return [error];
    return store.list({ ...query, limit: error.index });
  }
}
