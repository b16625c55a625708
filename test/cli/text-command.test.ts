import { spawnSync } from 'node:child_process';
import { call } from './call.ts';

const texts = ['can I say where I work', "can I post this? 'Lovely day at the hub'", 'the minister is a crook', ''];
const lines = [
  ...texts.map((text, at) => JSON.stringify({ id: `row-${at}`, text })),
  '',
  '{"id": "cut off", "text": "hal',
  '["a list"]',
  'null',
  '{"id": "no text"}',
  '{"text": "no id"}',
  '{"id": 7, "text": "an id that is a number", "platform": "carrier pigeon"}',
];
const wanted = [
  ...texts.map((_, at) => ({ id: `row-${at}` })),
  { id: '6', error: 'line 6: not JSON' },
  { id: '7', error: 'line 7: "text" is missing or not a string' },
  { id: '8', error: 'line 8: not an object' },
  { id: '9', error: 'line 9: "text" is missing or not a string' },
  { id: '10', error: 'line 10: "id" is missing' },
  { id: '7' },
];
const shapes = {
  ask: { outcome: expect.stringMatching(/^(answered|partly|not-covered)$/), clauses: expect.any(Array) },
  check: { verdict: expect.stringMatching(/^(ok|advice|change|stop)$/), findings: expect.any(Array) },
  interpret: { intent: expect.stringMatching(/^[a-z-]+$/) },
};
const parse = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe.each(Object.entries(shapes))('%s', (name, shape) => {
  test('--jsonl answers line by line in order, a line that is none with what is wrong, and ends with 1', async () => {
    const { code, out, err } = await call([name, '--jsonl'], lines.join('\n'));
    expect([code, err]).toEqual([1, '']);
    const printed = parse(out);
    expect(printed).toEqual(wanted.map((row) => expect.objectContaining('error' in row ? row : { ...row, ...shape })));
    expect(printed.filter((row) => 'error' in row && 'text' in row)).toEqual([]);
  });

  test('--jsonl ends with 0 where every line is one, also with the marks of Windows, and of nothing makes nothing', async () => {
    const marked = `\uFEFF${lines.slice(0, 2).join('\r\n')}\r\n`;
    const { code, out } = await call([name, '--jsonl'], marked);
    expect(code).toBe(0);
    expect(parse(out).map(({ id }) => id)).toEqual(['row-0', 'row-1']);
    expect(await call([name, '--jsonl'], '')).toEqual({ code: 0, out: '', err: '' });
  });

  test('a text as arguments is answered as the same text on a line', async () => {
    const { code, out } = await call([name, ...(texts[1] ?? '').split(' ')]);
    const onLine = await call([name, '--jsonl'], JSON.stringify({ id: '1', text: texts[1] }));
    expect([code, out]).toEqual([0, onLine.out]);
  });
});

test('an empty draft has nothing wrong with it, an empty question no answer', async () => {
  const empty = JSON.stringify({ id: 'e', text: '' });
  expect(parse((await call(['check', '--jsonl'], empty)).out)).toMatchObject([{ verdict: 'ok', findings: [] }]);
  expect(parse((await call(['ask', '--jsonl'], empty)).out)).toMatchObject([{ outcome: 'not-covered', clauses: [] }]);
});

test('the process itself prints one line and hands over its exit code', () => {
  const run = (input: string) =>
    spawnSync(process.execPath, ['src/cli/start.js', 'ask', '--jsonl'], { input, encoding: 'utf8' });
  const right = run(`${lines[0]}\n`);
  expect(right).toMatchObject({ status: 0, stderr: '' });
  expect(parse(right.stdout)).toMatchObject([{ id: 'row-0', outcome: 'answered' }]);
  expect(run('nothing\n').status).toBe(1);
});
