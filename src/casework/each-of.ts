import { DirectoryDown } from '../people/directory.ts';
import { Conflict } from '../store/store.ts';
import { atOnce } from './at-once.ts';

/** Jobs done at a time. */
const workers = 8;

/**
 * Does jobs, a few at a time so that they share the store's commits, and counts those that did something. One that another replica took, or for which the
 * directory does not answer, is left for the next time; one that is broken keeps no other waiting, and is thrown about at
 * the end.
 */
export async function eachOf(jobs: readonly (() => Promise<boolean>)[]): Promise<number> {
  const broken: unknown[] = [];
  const results = await atOnce(jobs, workers, async (job) => {
    try {
      return await job();
    } catch (error) {
      if (!(error instanceof Conflict || error instanceof DirectoryDown)) broken.push(error);
      return false;
    }
  });
  if (broken.length > 0) throw new AggregateError(broken, `${broken.length} of ${jobs.length} jobs could not be done.`);
  return results.filter(Boolean).length;
}
