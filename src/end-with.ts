import { placeOf } from './teams/place-of.ts';

/** What is listened to; `process` itself but in tests. */
export interface Program {
  on(event: string, listener: (reason: unknown) => void): unknown;
  exit(code: number): void;
}

/**
 * Ends the program on SIGINT and SIGTERM: `end` answers what is in flight and closes what is open, and after `graceMs` it
 * is over all the same. An error that nobody caught is noted by its name and place, for its message may quote what people
 * wrote: a forgotten promise harms nobody else, so the program goes on; after anything else it is not to be trusted and
 * ends in order, to be started again.
 */
export function endWith(
  program: Program,
  end: () => Promise<void>,
  graceMs: number,
  note: (said: object, event: string) => void,
): void {
  let ending = false;
  const finish = (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => program.exit(code), graceMs).unref();
    void end()
      .catch((error: unknown) => note(placeOf(error), 'not ended in order'))
      .finally(() => program.exit(code));
  };
  for (const signal of ['SIGINT', 'SIGTERM']) program.on(signal, () => finish(0));
  program.on('unhandledRejection', (reason: unknown) => note(placeOf(reason), 'a promise was forgotten'));
  program.on('uncaughtException', (error: unknown) => {
    note(placeOf(error), 'an error that nobody caught');
    finish(1);
  });
}
