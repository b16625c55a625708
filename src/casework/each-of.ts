import { DirectoryDown } from '../people/directory.ts';
import { Conflict } from '../store/store.ts';

/**
 * Does jobs one after the other and counts those that did something. One that another replica took, or for which the
 * directory does not answer, is left for the next time; one that is broken keeps no other waiting, and is thrown about at
 * the end.
 */
export async function eachOf(jobs: readonly (() => Promise<boolean>)[]): Promise<number> {
  let done = 0;
  const broken: unknown[] = [];
  for (const job of jobs)
    try {
      if (await job()) done++;
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof DirectoryDown)) broken.push(error);
    }
  if (broken.length > 0) throw new AggregateError(broken, `${broken.length} of ${jobs.length} jobs could not be done.`);
  return done;
}
