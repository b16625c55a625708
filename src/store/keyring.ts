import { createHash, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { StoreRefused } from './store-error.ts';

/** A key that the store's data keys are encrypted under. It never enters the store. */
export interface MasterKey {
  /** First 8 hex digits of its SHA-256: says which key it is, not what it is. */
  readonly fingerprint: string;
  readonly secret: KeyObject;
}

/** The first encrypts, all decrypt: during a rotation the old key stands second. */
export interface Keyring {
  readonly masters: readonly [MasterKey, ...MasterKey[]];
}

/**
 * Reads the value of `DATA_KEY`: 32 random bytes in base64 or hex (`openssl rand -base64 32`), or two such values with
 * a comma, new before old. Throws `StoreRefused`, which does not repeat the value.
 */
export function readKeyring(dataKey: string): Keyring {
  const [first, ...rest] = dataKey
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(readMaster);
  if (first === undefined) throw new StoreRefused('DATA_KEY is empty. Make one with: openssl rand -base64 32');
  return { masters: [first, ...rest] };
}

/**
 * The keyring of a run without `DATA_KEY`: a file that only its owner may read (mode 0600). It is made at the first start,
 * that is when there is no store at `storeFile` yet; a store without its key is refused instead of given a new one.
 */
export function localKeyring(keyFile: string, storeFile: string): Keyring {
  if (!existsSync(keyFile)) {
    if (existsSync(storeFile))
      throw new StoreRefused(
        `The key file ${keyFile} is missing, and ${storeFile} cannot be read without it. Put the file back, or set DATA_KEY.`,
      );
    writeKeyFile(keyFile);
  }
  if (process.platform !== 'win32' && (statSync(keyFile).mode & 0o077) !== 0)
    throw new StoreRefused(`The key file ${keyFile} can be read by others. Run: chmod 600 ${keyFile}`);
  return readKeyring(readFileSync(keyFile, 'utf8'));
}

/** A keyring that lives as long as the process: for a store in memory. */
export function passingKeyring(): Keyring {
  return readKeyring(randomBytes(32).toString('base64'));
}

function readMaster(text: string, index: number): MasterKey {
  const secret = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text, 'base64');
  if (secret.length !== 32 || !/^[0-9A-Za-z+/_-]+=?$/.test(text))
    throw new StoreRefused(
      `Key ${index + 1} of DATA_KEY is not 32 bytes in base64 or hex. Make one with: openssl rand -base64 32`,
    );
  return {
    fingerprint: createHash('sha256').update(secret).digest('hex').slice(0, 8),
    secret: createSecretKey(secret),
  };
}

/** Whole and on the disk before it has its name, and that before there is a store. Two first starts at once: one key wins. */
function writeKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.new`;
  const handle = openSync(draft, 'w', 0o600);
  writeSync(handle, `${randomBytes(32).toString('base64')}\n`);
  fsyncSync(handle);
  closeSync(handle);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}
