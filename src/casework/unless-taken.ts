import { DirectoryDown } from '../people/directory.ts';
import { Conflict } from '../store/store.ts';

/** False where another replica was quicker, or the directory does not answer: it stays due. */
export async function unlessTaken(work: () => Promise<boolean>): Promise<boolean> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Conflict || error instanceof DirectoryDown) return false;
    throw error;
  }
}
