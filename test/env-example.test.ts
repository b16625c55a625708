import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const namesIn = (file: string) => [...read(file).matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

/** `environment.X`, `readPort('X'`, and `X: local` where the environment is taken apart. */
const settings = [
  ...read('src/config.ts').matchAll(/(?:environment\.|\('|^\s+)([A-Z][A-Z_]+)\b(?!')|\('([A-Z][A-Z_]+)'/gm),
].map(([, name, quoted]) => name ?? quoted);

test('the example names every setting that the program reads, and no other', () => {
  expect(settings.length).toBeGreaterThan(10);
  expect([...new Set(namesIn('env/.env.example'))].sort()).toEqual([...new Set(settings)].sort());
});

test('the local file sets only what the example explains', () => {
  expect(namesIn('env/.env.example')).toEqual(expect.arrayContaining(namesIn('env/.env.local')));
});

test('no file of settings that is committed has a secret in it', () => {
  for (const file of ['env/.env.example', 'env/.env.local'])
    for (const [, value] of read(file).matchAll(/^(?:CLIENT_SECRET|DATA_KEY|DATABASE_URL)=(.*)$/gm))
      expect(value).toBe('');
});
