import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardNames, fillCard } from '../cards/fill.ts';
import { type Config, readConfig } from '../config.ts';
import { openOwnStore } from '../open-own-store.ts';
import { readRuleBook } from '../organisation/conduct-rules.ts';
import { loadCrisisTable } from '../organisation/crisis.ts';
import { loadInterpretKnowledge } from '../organisation/intents.ts';
import { loadOrganisation } from '../organisation/organisation.ts';
import { readPeople } from '../organisation/people.ts';
import { readPolicyDocument } from '../organisation/policy-document.ts';
import { readProcess } from '../organisation/process.ts';
import { readQuestions, readSynonyms } from '../organisation/questions.ts';
import { readRouting } from '../organisation/routing.ts';
import { assertMayListen } from '../teams/may-listen.ts';
import { lookAtPackage } from './app-package/look-at-package.ts';
import type { Command } from './command.ts';
import { sayProof } from './say-proof.ts';

/** One thing that is looked at. Resolves to what was found, in a few words; throws with what to change. */
interface Check {
  readonly name: string;
  run(config: Config): string | Promise<string>;
}

const file = (config: Config, name: string) => join(config.policyFolder, name);

/** Words that the organisation still has to put in. */
const unsettled = /to be confirmed/gi;

const checks: readonly Check[] = [
  {
    name: 'who may talk to it',
    run: sayWhoMayTalk,
  },
  { name: 'proof to Entra', run: ({ credentials }) => sayProof(credentials, new Date()) },
  {
    name: 'policy document',
    run: (config) => `${readPolicyDocument(file(config, 'social-media-policy.md')).clauses.length} clauses`,
  },
  { name: 'example questions', run: checkQuestions },
  { name: 'conduct rules', run: (config) => `${Object.keys(readRuleBook(config.policyFolder).rules).length} rules` },
  { name: 'crisis phrases', run: (config) => loadCrisisTable(file(config, 'crisis.yaml')) && 'read' },
  {
    name: 'intents',
    run: (config) => loadInterpretKnowledge(file(config, 'intents.yaml'), file(config, 'crisis.yaml')) && 'read',
  },
  {
    name: 'process',
    run: (config) =>
      `${readProcess(file(config, 'process.yaml')).moves.length} moves, every status reachable, no dead end`,
  },
  {
    name: 'routes',
    run: (config) =>
      `${Object.keys(readRouting(file(config, 'routing.yaml')).routes).length} person types, each with a route`,
  },
  { name: 'people', run: (config) => `${readPeople(file(config, 'people.yaml')).length} people` },
  { name: 'everything together', run: (config) => loadOrganisation(config.policyFolder) && unsettledWords(config) },
  { name: 'cards', run: () => `${cardNames.map(fillFromSample).length} cards fill from their samples` },
  { name: 'store and keys', run: checkStore },
  { name: 'app package', run: () => lookAtPackage() },
];

function sayWhoMayTalk(config: Config): string {
  assertMayListen(config);
  if (config.mode === 'local') return 'local run: this machine only, no sign-in';
  return `${config.tenants.length} tenant(s) may use it`;
}

function checkQuestions(config: Config): string {
  readSynonyms(file(config, 'synonyms.yaml'));
  const { clauses } = readQuestions(file(config, 'questions.yaml'));
  const ids = new Set(readPolicyDocument(file(config, 'social-media-policy.md')).clauses.map(({ id }) => id));
  const strays = Object.keys(clauses).filter((id) => !ids.has(id));
  if (strays.length > 0)
    throw new Error(`questions.yaml asks for clauses that the document does not have: ${strays.join(', ')}`);
  return `for ${Object.keys(clauses).length} clauses`;
}

function unsettledWords(config: Config): string {
  const count = ['support.yaml', 'process.yaml', 'routing.yaml'].reduce(
    (sum, name) => sum + (readFileSync(file(config, name), 'utf8').match(unsettled)?.length ?? 0),
    0,
  );
  return count === 0
    ? 'fits'
    : `fits; "to be confirmed" stands ${count} times in support.yaml, process.yaml and routing.yaml: settle them before going live`;
}

function fillFromSample(name: (typeof cardNames)[number]): void {
  const sample = JSON.parse(readFileSync(new URL(`../../cards/${name}.sample.json`, import.meta.url), 'utf8'));
  if (JSON.stringify(fillCard(name, sample).content).includes('${'))
    throw new Error(`cards/${name}.json has a hole that its sample does not fill`);
}

async function checkStore(config: Config): Promise<string> {
  const fresh = config.databaseUrl === null && !existsSync(join(config.dataFolder, 'store.sqlite'));
  if (fresh) return 'none yet; the first start makes one in the folder that DATA_DIR names';
  const store = await openOwnStore(config);
  try {
    await store.list({ kind: 'incident', limit: 1 });
    return `${config.databaseUrl === null ? 'SQLite' : 'PostgreSQL'} opens and its records can be read`;
  } finally {
    await store.close();
  }
}

export const command: Command = {
  summary: 'Look whether everything is in place, and say what to change where it is not.',
  help: 'npm run --silent cli -- doctor\n\nExit code 1 if anything has to be changed. No value of a setting is printed.',
  async run(_args, terminal) {
    let config: Config;
    try {
      config = readConfig(process.env);
    } catch (error) {
      terminal.stdout.write(`CHANGE  settings: ${(error as Error).message}\n`);
      return 1;
    }
    let wrong = 0;
    for (const check of checks) {
      try {
        terminal.stdout.write(`ok      ${check.name}: ${await check.run(config)}\n`);
      } catch (error) {
        wrong++;
        terminal.stdout.write(`CHANGE  ${check.name}: ${(error as Error).message}\n`);
      }
    }
    terminal.stdout.write(wrong === 0 ? 'Everything is in place.\n' : `${wrong} to change.\n`);
    return wrong === 0 ? 0 : 1;
  },
};
