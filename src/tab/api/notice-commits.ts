import type { Store } from '../../store/store.ts';

/** The same store, which tells when an incident of it was changed from here. */
export function noticeCommits(store: Store, onIncident: () => void): Store {
  return {
    read: (kind, id) => store.read(kind, id),
    list: (query) => store.list(query),
    close: () => store.close(),
    async commit(changes) {
      await store.commit(changes);
      if (changes.some((change) => ('put' in change ? change.put : change.remove).kind === 'incident')) onIncident();
    },
  };
}
