import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BuildOptions } from 'esbuild';

const root = join(import.meta.dirname, '../../..');
const sources = join(root, 'src/tab');
const page = join(sources, 'page');
const folder = join(root, 'dist/tab');

/** The page's files as they are served, and which of them the page begins with. */
export interface Bundle {
  readonly folder: string;
  /** File names: the first script, what it needs at once, and the style sheets. */
  readonly script: string;
  readonly preload: readonly string[];
  readonly styles: readonly string[];
}

/** The sources cannot be bundled; the message says what to do. */
export class NoBundle extends Error {
  override readonly name = 'NoBundle';
}

/**
 * The tab's page, bundled; at once where this was done for the same sources before. The folder is named by a hash of the
 * sources and of the versions they are bundled with, so a stale one is never served and two processes do not collide.
 */
export async function bundleTab(): Promise<Bundle> {
  const target = join(folder, sourceHash());
  if (!existsSync(join(target, 'bundle.json'))) await build(target);
  return {
    folder: target,
    ...(JSON.parse(readFileSync(join(target, 'bundle.json'), 'utf8')) as Omit<Bundle, 'folder'>),
  };
}

/** Of everything that the page is made of: src/tab (types of the API included) and the pinned versions of package.json. */
function sourceHash(): string {
  const hash = createHash('sha256');
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const versions = { ...dependencies, ...devDependencies } as Record<string, string>;
  for (const name of ['esbuild', 'react', 'react-dom', '@fluentui/react-components', '@microsoft/teams-js'])
    hash.update(`${name}@${versions[name]}\n`);
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(tsx?|css)$/.test(file),
  );
  for (const file of files.sort()) hash.update(`${file}\n`).update(readFileSync(join(sources, file)));
  return hash.digest('hex').slice(0, 16);
}

const options: BuildOptions = {
  entryPoints: { tab: join(page, 'main.tsx') },
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022'],
  jsx: 'automatic',
  minify: true,
  metafile: true,
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  logLevel: 'silent',
};

async function build(target: string): Promise<void> {
  const esbuild = await import('esbuild').catch(() => {
    throw new NoBundle(
      'The tab is not built and esbuild is not installed. Run "npm ci && npm run tab:build" where it is.',
    );
  });
  const draft = join(folder, `.${randomUUID()}`);
  mkdirSync(draft, { recursive: true });
  const { metafile } = await esbuild.build({ ...options, outdir: draft });
  const strange = Object.keys(metafile?.inputs ?? {}).find((input) => !/(^|\/)node_modules\/|^src\/tab\//.test(input));
  if (strange !== undefined)
    throw new NoBundle(`The page imports ${strange}, which is outside src/tab: its changes would not be seen.`);
  const outputs = metafile?.outputs ?? {};
  const nameOf = (path: string) => relative(draft, join(root, path));
  const [first] = Object.entries(outputs).filter(([, { entryPoint }]) => entryPoint?.endsWith('main.tsx'));
  if (first === undefined) throw new NoBundle('The bundler made nothing of src/tab/page/main.tsx.');
  for (const path of Object.keys(outputs)) {
    const file = join(root, path);
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  const bundle: Omit<Bundle, 'folder'> = {
    script: nameOf(first[0]),
    preload: atOnce(first[0], outputs).map(nameOf),
    styles: first[1].cssBundle === undefined ? [] : [nameOf(first[1].cssBundle)],
  };
  writeFileSync(join(draft, 'bundle.json'), JSON.stringify(bundle));
  putInPlace(draft, target);
}

/** The chunks that a script imports before it runs, without those it loads when they are needed. */
function atOnce(script: string, outputs: Readonly<Record<string, { imports: { path: string; kind: string }[] }>>) {
  const found = new Set<string>();
  const follow = (path: string) => {
    for (const { path: next, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !found.has(next)) {
        found.add(next);
        follow(next);
      }
  };
  follow(script);
  return [...found];
}

/** Bundles of other sources are of no use after a day, in ms: whoever serves one has read it long since. */
const oldAfter = 86_400_000;

/** Another process may have been faster with the same. */
function putInPlace(draft: string, target: string): void {
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(join(target, 'bundle.json'))) throw error;
  }
  for (const name of readdirSync(folder)) {
    const other = join(folder, name);
    if (other !== target && Date.now() - statSync(other).mtimeMs > oldAfter)
      rmSync(other, { recursive: true, force: true });
  }
}
