import { createContext, useContext } from 'react';
import type { ClauseOfPage } from '../../wire.ts';

export const Clauses = createContext<ReadonlyMap<string, ClauseOfPage>>(new Map());

/** The document's clauses by id, for whoever shows some of them again. */
export function useClauses(): (id: string) => ClauseOfPage | undefined {
  const clauses = useContext(Clauses);
  return (id) => clauses.get(id);
}
