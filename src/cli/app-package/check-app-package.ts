import type { AppPackage, Variables } from './app-package.ts';
import { fillManifest, type Manifest } from './fill-manifest.ts';
import { colorProblems, outlineProblems, readPicture } from './icon-problems.ts';
import { schemaProblems } from './schema-problems.ts';
import { storeProblems } from './store-problems.ts';

export interface CheckedPackage {
  readonly manifest: Manifest;
  readonly problems: readonly string[];
  /** What could not be looked at, because packages for development are not installed. */
  readonly unseen: readonly string[];
}

/** Everything that can be said of a package without a network. Throws `BadAppPackage` where there is no manifest to check. */
export async function checkAppPackage(app: AppPackage, variables: Variables): Promise<CheckedPackage> {
  const manifest = fillManifest(app.manifest, variables);
  const schema = await schemaProblems(manifest);
  const [color, outline] = await Promise.all([readPicture(app.color), readPicture(app.outline)]);
  return {
    manifest,
    problems: [
      ...(schema ?? []),
      // What the schema refuses may lack what the rules look at.
      ...(schema?.length ? [] : storeProblems(manifest)),
      ...(color === null ? [] : colorProblems(color)),
      ...(outline === null ? [] : outlineProblems(outline)),
    ],
    unseen: [...(schema === null ? ['schema'] : []), ...(color === null ? ['icons'] : [])],
  };
}
