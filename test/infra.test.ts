import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { Language, type Node, Parser } from 'web-tree-sitter';
import { parse } from 'yaml';
import { holesOf } from '../src/cli/app-package/fill-manifest.ts';

/** Nothing here can compile Bicep or run Docker; these hold what can be held without: grammar, names, and what each needs of the others. */
const { resolve } = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const bicep = ['infra/azure.bicep', ...readdirSync(join(root, 'infra/modules')).map((file) => `infra/modules/${file}`)];
const settings = [...read('env/.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);

let parser: Parser;
beforeAll(async () => {
  await Parser.init();
  parser = new Parser();
  parser.setLanguage(await Language.load(resolve('tree-sitter-bicep/tree-sitter-bicep.wasm')));
});

function treeOf(file: string): Node {
  const tree = parser.parse(read(file));
  if (tree === null) throw new Error(`${file} was not read`);
  return tree.rootNode;
}

/** "param x", "var x", "resource x", "module x", "output x" of a file. */
function declared(file: string, kind: string): readonly string[] {
  return [...read(file).matchAll(new RegExp(`^ *${kind} (\\w+)\\b`, 'gm'))].map(([, name = '']) => name);
}

describe.each(bicep)('%s', (file) => {
  test('is Bicep', () => {
    const wrong = treeOf(file)
      .descendantsOfType('ERROR')
      .map((node) => `line ${(node?.startPosition.row ?? 0) + 1}: ${node?.text}`);
    expect(wrong).toEqual([]);
    expect(treeOf(file).hasError).toBe(false);
  });

  test('uses every parameter, and everything that it uses is declared', () => {
    const text = read(file).replace(/^ *\/\/.*$/gm, '');
    for (const name of declared(file, 'param'))
      expect(text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0).toBeGreaterThan(1);
    const known = ['param', 'var', 'resource', 'module'].flatMap((kind) => declared(file, kind));
    for (const [, used = ''] of text.matchAll(/\b([a-z]\w+)!?(?:\.outputs\.|\.properties\.|::)/g))
      expect(known).toContain(used);
  });

  test('asks for no secret with a value, and hands none out', () => {
    expect(read(file)).not.toMatch(/@secure\(\)[\s\S]{0,80}param \w+ string = '[^']+'/);
    for (const line of read(file).match(/^output .*$/gm) ?? [])
      expect(line).not.toMatch(/password|secret|key|listKeys/i);
  });
});

test('each module is given exactly what it asks for, and gives what is asked of it', () => {
  const main = read('infra/azure.bicep');
  const modules = [
    ...main.matchAll(
      /^module (\w+) '(modules\/\w+\.bicep)' = .*?\{\n\s+name: '\w+'\n {2}params: \{\n([\s\S]*?)\n {2}\}\n\}/gm,
    ),
  ];
  expect(modules.map(([, name]) => name).sort()).toEqual([...declared('infra/azure.bicep', 'module')].sort());
  for (const [, name = '', file = '', params = ''] of modules) {
    const given = [...params.matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key);
    expect({ name, given: given.sort() }).toEqual({ name, given: [...declared(`infra/${file}`, 'param')].sort() });
    for (const [, output] of main.matchAll(new RegExp(`\\b${name}!?\\.outputs\\.(\\w+)`, 'g')))
      expect(declared(`infra/${file}`, 'output')).toContain(output);
  }
});

test('the service gets settings that it knows, and every one that it needs when deployed', () => {
  const given = [...read('infra/modules/app.bicep').matchAll(/name: '([A-Z][A-Z_]+)'/g)].map(([, name]) => name);
  for (const name of given) expect(settings).toContain(name);
  expect(given).toEqual(
    expect.arrayContaining(['RUN_MODE', 'CLIENT_ID', 'TENANT_ID', 'DATABASE_URL', 'DATA_KEY', 'TAB_ENDPOINT']),
  );
  for (const name of ['DATABASE_URL', 'DATA_KEY', 'MAIL_SERVER'])
    expect(read('infra/modules/app.bicep')).toMatch(new RegExp(`name: '${name}'\\s+secretRef:`));
});

test('the parameters file names parameters that there are, and the environment every variable in it', () => {
  const { parameters } = JSON.parse(read('infra/azure.parameters.json'));
  for (const name of Object.keys(parameters)) expect(declared('infra/azure.bicep', 'param')).toContain(name);
  const known = Object.keys(parseEnv(read('env/.env.dev')));
  for (const name of holesOf(read('infra/azure.parameters.json')).filter((hole) => !hole.startsWith('SECRET_')))
    expect(known).toContain(name);
  for (const name of holesOf(read('appPackage/manifest.json'))) expect(known).toContain(name);
});

test("only Teams' own clients sign in to the tab without a consent page, and the service takes their tokens", () => {
  const { api, requiredResourceAccess } = JSON.parse(read('infra/aad.manifest.json'));
  const clients = api.preAuthorizedApplications.map(({ appId }: { appId: string }) => appId);
  for (const client of clients) expect(read('src/teams/tab-token.ts')).toContain(client);
  expect(api.oauth2PermissionScopes.map(({ value }: { value: string }) => value)).toEqual(['access_as_user']);
  expect(api.requestedAccessTokenVersion).toBe(2);
  expect(requiredResourceAccess).toEqual([]);
});

describe.each(['m365agents.yml', 'm365agents.local.yml'])('%s', (file) => {
  test('is read by the toolkit: known stages, known actions, files that there are', () => {
    const { version, environmentFolderPath, ...stages } = parse(read(file));
    expect(version).toBe('v1.11');
    expect(environmentFolderPath).toBe('./env');
    for (const [stage, steps] of Object.entries(stages)) {
      expect(['provision', 'deploy', 'publish']).toContain(stage);
      for (const step of steps as { uses: string; with: Record<string, unknown> }[]) {
        expect(step.uses).toMatch(/^(?:teamsApp|aadApp|arm|botFramework|cli|file)\/\w+$|^script$/);
        const paths = JSON.stringify(step.with).match(/"\.\/(?:appPackage|infra)\/[\w.]+(?:json|bicep)"/g) ?? [];
        for (const path of paths) expect(() => read(JSON.parse(path))).not.toThrow();
      }
    }
  });

  test('has no secret in a file that is committed', () => {
    for (const [, name] of read(file).matchAll(/\$\{\{(SECRET_\w+)\}\}/g))
      expect(read('env/.env.dev')).not.toContain(`${name}=`);
    expect(read('.gitignore')).toMatch(/^env\/\.env\.\*\.user$/m);
    expect(read('.gitignore')).toMatch(/^\.localConfigs$/m);
  });
});

describe('the Dockerfile', () => {
  const lines = read('Dockerfile').replace(/\\\n/g, ' ').split('\n');
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM')));

  test('runs as nobody in particular, with production packages, and says whether it is well', () => {
    expect(last.indexOf('USER node')).toBeGreaterThan(last.findLastIndex((line) => line.startsWith('COPY')));
    expect(read('Dockerfile')).toContain('npm ci --omit=dev --ignore-scripts');
    expect(last.join('\n')).toMatch(/HEALTHCHECK[\s\S]*\/healthz/);
    expect(last.at(-1) || last.at(-2)).toBe('CMD ["node", "src/index.ts"]');
  });

  test('is given every file that it copies, and no settings, data or history', () => {
    const ignored = read('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(ignored[0]).toBe('*');
    const allowed = ignored.slice(1).map((line) => line.slice(1));
    for (const line of lines.filter((one) => one.startsWith('COPY') && !one.includes('--from')))
      for (const source of line.split(/\s+/).slice(1, -1)) expect(allowed).toContain(source);
    for (const secret of ['env', 'var', '.git', '.localConfigs']) expect(allowed).not.toContain(secret);
  });

  test('sets only settings that there are', () => {
    const env = last.find((line) => line.startsWith('ENV')) ?? '';
    for (const [, name] of env.matchAll(/([A-Z_]+)=/g)) expect([...settings, 'NODE_ENV']).toContain(name);
  });
});
