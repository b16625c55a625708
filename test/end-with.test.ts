import { EventEmitter } from 'node:events';
import { endWith } from '../src/end-with.ts';

function program() {
  const noted: { said: object; event: string }[] = [];
  const { promise: ended, resolve } = Promise.withResolvers<number>();
  const run = Object.assign(new EventEmitter(), { exit: (code: number) => resolve(code) });
  return { run, noted, ended, note: (said: object, event: string) => void noted.push({ said, event }) };
}

test.each(['SIGINT', 'SIGTERM'])('%s ends what is open, once, and then the program', async (signal) => {
  const { run, ended, note } = program();
  let ends = 0;
  endWith(run, async () => void ends++, 10_000, note);
  run.emit(signal);
  run.emit(signal);
  expect([await ended, ends]).toEqual([0, 1]);
});

test('what never ends is left', async () => {
  const { run, ended, note } = program();
  endWith(run, () => new Promise(() => {}), 50, note);
  run.emit('SIGTERM');
  expect(await ended).toBe(0);
});

test('what fails while ending is noted without its words', async () => {
  const { run, noted, ended, note } = program();
  endWith(run, () => Promise.reject(new TypeError('Dana wrote this')), 10_000, note);
  run.emit('SIGTERM');
  expect(await ended).toBe(0);
  expect(noted).toEqual([{ event: 'not ended in order', said: expect.objectContaining({ error: 'TypeError' }) }]);
  expect(JSON.stringify(noted)).not.toContain('Dana');
});

test('a forgotten promise is noted and the program goes on; an error that nobody caught ends it in order', async () => {
  const { run, noted, ended, note } = program();
  let ends = 0;
  endWith(run, async () => void ends++, 10_000, note);
  run.emit('unhandledRejection', new RangeError('Dana wrote this'));
  expect(ends).toBe(0);
  run.emit('uncaughtException', new SyntaxError('and this'));
  expect([await ended, ends]).toEqual([1, 1]);
  expect(noted.map(({ event }) => event)).toEqual(['a promise was forgotten', 'an error that nobody caught']);
  expect(JSON.stringify(noted)).not.toMatch(/Dana|and this/);
});
