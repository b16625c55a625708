import { type Change, Conflict, type Query, type Store, type StoredRecord } from '../../src/store/store.ts';

/** A store for tests of the edge, which only needs records by their id. */
export function memoryStore(): Store & { readonly records: Map<string, StoredRecord> } {
  const records = new Map<string, StoredRecord>();
  const nameOf = (change: Change) => ('put' in change ? change.put : change.remove);
  return {
    records,
    read: async (kind, id) => records.get(`${kind}/${id}`),
    list: async (query: Query) => [...records.values()].filter(({ kind }) => kind === query.kind),
    commit: async (changes) => {
      for (const change of changes) {
        const { kind, id } = nameOf(change);
        if ((records.get(`${kind}/${id}`)?.version ?? 0) !== change.replaces) throw new Conflict(`${kind}/${id}`);
      }
      for (const change of changes) {
        const { kind, id } = nameOf(change);
        if ('put' in change) records.set(`${kind}/${id}`, { ...change.put, version: change.replaces + 1 });
        else records.delete(`${kind}/${id}`);
      }
    },
    close: async () => {},
  };
}
