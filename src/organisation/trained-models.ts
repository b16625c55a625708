import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearModel } from '../text/linear-model.ts';

const shipped = join(import.meta.dirname, '../../models');

/** Finds trained models by name in a folder, each read when first asked for; null for a name without a file. */
export function readModels(folder = shipped): (name: string) => LinearModel | null {
  const known = new Map<string, LinearModel | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const file = join(folder, `${name}.bin`);
    const model = existsSync(file) ? readModel(readFileSync(file)) : null;
    known.set(name, model);
    return model;
  };
}

/** A line of JSON, then one signed byte per weight. */
function readModel(bytes: Uint8Array): LinearModel {
  const cut = bytes.indexOf(10);
  const { scale, bias, threshold } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, cut))) as Omit<
    LinearModel,
    'weights'
  >;
  return { weights: new Int8Array(Uint8Array.from(bytes.subarray(cut + 1)).buffer), scale, bias, threshold };
}
