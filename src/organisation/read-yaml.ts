import { LineCounter, parseDocument } from 'yaml';
import type { ZodType } from 'zod';
import { BrokenPolicyFile } from './broken-policy-file.ts';
import { readText } from './read-text.ts';

export { BrokenPolicyFile };

/** Reads one YAML file of `policy/` into the shape of `schema`; throws `BrokenPolicyFile` at the first thing wrong. */
export function readYaml<T>(file: string, schema: ZodType<T>, text = readText(file)): T {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = document.errors[0];
  if (broken) throw new BrokenPolicyFile(file, lines.linePos(broken.pos[0]).line, broken.message);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  throw new BrokenPolicyFile(file, lineOf(document, path, lines), `${path.join('.') || 'the file'}: ${issue?.message}`);
}

/** The line of the deepest node on `path` that exists. */
function lineOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range) return lines.linePos(range[0] ?? 0).line;
  }
  return 1;
}
