import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localKeyring, readKeyring } from '../../src/store/keyring.ts';
import { StoreRefused } from '../../src/store/store-error.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyring-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);

const base64 = Buffer.alloc(32, 7).toString('base64');
const hex = Buffer.alloc(32, 7).toString('hex');

describe('DATA_KEY', () => {
  test.each([
    ['base64', base64],
    ['base64 for addresses', Buffer.alloc(32, 7).toString('base64url')],
    ['hex', hex],
    ['hex in capitals, with a line end', `${hex.toUpperCase()}\n`],
  ])('is read as %s', (_how, text) => {
    expect(readKeyring(text).masters.map(({ secret }) => secret.export().toString('hex'))).toEqual([hex]);
  });

  test('may be two keys, new before old', () => {
    const { masters } = readKeyring(`${'00'.repeat(32)}, ${base64}`);
    expect(masters.map(({ secret }) => secret.export()[0])).toEqual([0, 7]);
  });

  test.each([
    ['nothing', '', /empty/],
    ['a pass phrase', 'correct horse battery staple', /32 bytes/],
    ['16 bytes', '07'.repeat(16), /32 bytes/],
    ['33 bytes', '07'.repeat(33), /32 bytes/],
    ['a second key that is cut off', `${base64},${base64.slice(0, 20)}`, /Key 2/],
    ['a key with a foreign letter', `${base64.slice(0, 20)}é${base64.slice(21)}`, /32 bytes/],
  ])('is refused as %s, without being repeated', (_what, text, reason) => {
    expect(() => readKeyring(text)).toThrow(StoreRefused);
    expect(() => readKeyring(text)).toThrow(reason);
    try {
      readKeyring(text);
    } catch (error) {
      for (const part of text.split(/[ ,]+/).filter(Boolean)) expect(String(error)).not.toContain(part);
    }
  });
});

describe('the key file of a local run', () => {
  test('is made at the first start, for its owner alone, and is the same at the next', () => {
    const first = localKeyring(at('var/data.key'), at('var/store.db'));
    expect(statSync(at('var/data.key')).mode & 0o777).toBe(0o600);
    const again = localKeyring(at('var/data.key'), at('var/store.db'));
    expect(again.masters[0].secret.equals(first.masters[0].secret)).toBe(true);
  });

  test('is not made anew for a store that is there', () => {
    writeFileSync(at('store.db'), 'sealed');
    expect(() => localKeyring(at('data.key'), at('store.db'))).toThrow(/is missing.*Put the file back/);
    expect(existsSync(at('data.key'))).toBe(false);
  });

  test.each([0o644, 0o640, 0o604])('is refused if others can read it (%o)', (mode) => {
    localKeyring(at('data.key'), at('store.db'));
    const before = readFileSync(at('data.key'), 'utf8').trim();
    chmodSync(at('data.key'), mode);
    expect(() => localKeyring(at('data.key'), at('store.db'))).toThrow(/chmod 600/);
    expect(() => localKeyring(at('data.key'), at('store.db'))).not.toThrow(before);
  });
});
