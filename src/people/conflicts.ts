import type { Oid } from '../incidents/roles.ts';
import type { Directory } from './directory.ts';

/** The people whom an incident concerns, as far as they are known to the directory. */
export interface Concerned {
  /** Everybody who is, or may be, the person complained of. */
  readonly subjects: readonly Oid[];
  /** The reporter, the person it was aimed at, and witnesses. */
  readonly others: readonly Oid[];
  /** Those who declared a conflict themselves. */
  readonly recused: readonly Oid[];
}

/** Answers, for one incident, whether somebody must not know of it. */
export type IsExcluded = (oid: Oid) => Promise<boolean>;

/**
 * Excluded are the people concerned, everybody above any of them in the management line, everybody below a person
 * complained of (who would be judging their own manager), and whoever recused themselves (D3, D4).
 */
export async function conflicts(directory: Directory, concerned: Concerned): Promise<IsExcluded> {
  const parties = [...new Set([...concerned.subjects, ...concerned.others])];
  const lines = await Promise.all(parties.map((oid) => directory.managersOf(oid)));
  const excluded = new Set([...parties, ...lines.flat(), ...concerned.recused]);
  const subjects = new Set(concerned.subjects);
  return async (oid) => {
    if (excluded.has(oid)) return true;
    if (subjects.size === 0) return false;
    return (await directory.managersOf(oid)).some((manager) => subjects.has(manager));
  };
}
