import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Manifest } from './fill-manifest.ts';

const { resolve } = createRequire(import.meta.url);

/**
 * What is wrong with a manifest by Microsoft's schema of its version, without a network: the schemas come with a package
 * that is there for development only. Null where it is not installed.
 */
export async function schemaProblems(manifest: Manifest): Promise<readonly string[] | null> {
  const schema = readSchema(String(manifest?.manifestVersion));
  if (schema === null) return null;
  if (schema === 'unknown') return [`manifestVersion "${manifest?.manifestVersion}" is none that I have a schema of`];
  const { default: Ajv } = (await import('ajv-draft-04')) as unknown as {
    default: { default: typeof import('ajv').Ajv };
  };
  const { default: formats } = (await import('ajv-formats')) as unknown as {
    default: { default: (ajv: InstanceType<typeof import('ajv').Ajv>) => void };
  };
  const ajv = new Ajv.default({ allErrors: true, strict: false });
  formats.default(ajv);
  const valid = ajv.compile(schema);
  if (valid(manifest)) return [];
  return [...new Set((valid.errors ?? []).map(sayError))];
}

function readSchema(version: string): object | 'unknown' | null {
  let root: string;
  try {
    root = resolve('@microsoft/app-manifest/package.json');
  } catch {
    return null;
  }
  if (!/^\d\.\d+$/.test(version)) return 'unknown';
  const file = new URL(`build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`, `file://${root}`);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return 'unknown';
  }
}

function sayError({
  instancePath,
  message = 'is not as the schema wants it',
  params,
}: {
  instancePath: string;
  message?: string;
  params: Record<string, unknown>;
}): string {
  const what = params.additionalProperty ?? params.allowedValues ?? '';
  const where = instancePath.slice(1).replaceAll('/', '.') || 'the manifest';
  return `${where} ${message}${what === '' ? '' : ` (${[what].flat().join(', ')})`}`;
}
