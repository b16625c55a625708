import { readFileSync } from 'node:fs';
import { BadConfig, readConfig } from '../config.ts';
import { ownKeyring, storePlace } from '../open-own-store.ts';
import { type Anchor, anchorAudit } from '../store/audit-checkpoint.ts';
import type { Backend } from '../store/backend.ts';
import type { Keyring } from '../store/keyring.ts';
import { openExistingBackend } from '../store/open-store.ts';
import { openSealedStore } from '../store/sealed-store.ts';
import { StoreRefused, StoreUnavailable } from '../store/store-error.ts';
import { verifyAudit } from '../store/verify-audit.ts';
import { verifyRows } from '../store/verify-rows.ts';
import { assertStore } from './assert-store.ts';
import type { Command, Terminal } from './command.ts';

export const command: Command = {
  summary: 'verify: has anything been changed or removed behind the program? anchor: a line to keep elsewhere',
  help: `npm run cli -- audit verify                  opens every record, goes through the whole audit trail; exit code 1 if
                                             anything was changed, removed or put elsewhere, and says where
npm run cli -- audit verify --anchor FILE    also that the store still contains the trail that the anchor has seen
npm run cli -- audit anchor                  signs the trail of this moment and prints the anchor, one line of JSON

An anchor says nothing about anybody. Keep some outside (an e-mail to the information governance team, a printed page):
they show when the whole store has been put back to an earlier day.`,
  async run(args, terminal) {
    const [name, option, file] = args;
    const known = name === 'anchor' ? args.length === 1 : name === 'verify' && (args.length === 1 || isAnchored(args));
    if (!known) {
      terminal.stderr.write('audit verify [--anchor FILE] | audit anchor. See --help.\n');
      return 2;
    }
    try {
      const config = readConfig(process.env);
      assertStore(config);
      const keyring = ownKeyring(config);
      const anchor = option === undefined ? undefined : readAnchorFile(file ?? '');
      const backend = await openExistingBackend(storePlace(config));
      return await (name === 'anchor' ? printAnchor : verify)(backend, keyring, terminal, anchor);
    } catch (error) {
      if (!(error instanceof StoreRefused || error instanceof StoreUnavailable || error instanceof BadConfig))
        throw error;
      terminal.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
};

function isAnchored(args: readonly string[]): boolean {
  return args.length === 3 && args[1] === '--anchor';
}

async function verify(backend: Backend, keyring: Keyring, terminal: Terminal, anchor?: Anchor): Promise<number> {
  const store = await openSealedStore(backend, keyring);
  try {
    const rows = await verifyRows(backend, keyring);
    const audit = await verifyAudit(store, anchor);
    const findings = new Set([...rows.findings, ...audit.findings].map(({ where, what }) => `${where} ${what}`));
    for (const finding of findings) terminal.stdout.write(`FOUND  ${finding}\n`);
    terminal.stdout.write(
      `${rows.rows} records, ${audit.entries} audit entries on ${audit.chains} records, ${audit.checkpoints} checkpoints: ` +
        `${findings.size === 0 ? 'all as the program left them' : `${findings.size} found`}\n`,
    );
    return findings.size === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

async function printAnchor(backend: Backend, keyring: Keyring, terminal: Terminal): Promise<number> {
  const store = await openSealedStore(backend, keyring);
  try {
    const anchor = await anchorAudit(store, new Date().toISOString());
    if (anchor === undefined) throw new StoreRefused('Nothing has been audited yet.');
    terminal.stdout.write(`${JSON.stringify(anchor)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}

function readAnchorFile(file: string): Anchor {
  try {
    const { number, hash, signature, publicKey } = JSON.parse(readFileSync(file, 'utf8')) as Anchor;
    if (Number.isInteger(number) && [hash, signature, publicKey].every((text) => typeof text === 'string'))
      return { number, hash, signature, publicKey };
  } catch {
    // Said below in one sentence.
  }
  throw new StoreRefused(`${file} is not a file with the line that "audit anchor" has printed.`);
}
