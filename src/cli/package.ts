import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { BadAppPackage, readAppPackage, readVariables } from './app-package/app-package.ts';
import { checkAppPackage } from './app-package/check-app-package.ts';
import type { Command } from './command.ts';

/** Teams takes the same three files at the root of the archive, and nothing else is put there. */
async function zipOf(manifest: object, color: Uint8Array, outline: Uint8Array): Promise<Uint8Array> {
  const { zipSync } = await import('fflate');
  const text = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  // A fixed time, so that the same sources give the same file.
  const mtime = new Date(1980, 0, 1);
  return zipSync({ 'manifest.json': text, 'color.png': color, 'outline.png': outline }, { mtime, level: 9 });
}

export const command: Command = {
  summary: 'Make the app package that is uploaded to Teams, after checking it.',
  help: `npm run package -- [--env <name>] [--out <file>] [--check]

Fills \${{NAME}} in appPackage/manifest.json from env/.env.<name> (by default dev), then env/.env.<name>.user, then what is
set where the command runs. Checks manifest and icons against Microsoft's schema and the rules of the store, without a
network, and writes appPackage/build/appPackage.<name>.zip, or <file>. With --check nothing is written. Exit code 1 if
anything has to be changed.`,
  async run(args, { stdout, stderr }) {
    const options = readOptions(args);
    if (options === null) {
      stderr.write('Say "--env <name>", "--out <file>" or "--check". See --help.\n');
      return 2;
    }
    const { env: name = 'dev', out = join('appPackage', 'build', `appPackage.${name}.zip`), check } = options;
    try {
      const app = readAppPackage('appPackage');
      const { manifest, problems, unseen } = await checkAppPackage(app, readVariables('env', name, process.env));
      if (unseen.length > 0) throw new BadAppPackage(`Not checked: ${unseen.join(', ')}. Run "npm ci" first.`);
      if (problems.length > 0) throw new BadAppPackage(problems.join('\n'));
      if (check !== true) {
        mkdirSync(dirname(out), { recursive: true });
        writeFileSync(out, await zipOf(manifest, app.color, app.outline));
      }
      stdout.write(
        check
          ? `The app package of "${name}" is in order.\n`
          : `${out}: version ${manifest.version}, ready to upload.\n`,
      );
      return 0;
    } catch (error) {
      if (!(error instanceof BadAppPackage)) throw error;
      stderr.write(`${error.message}\n\nNo package was made for "${name}".\n`);
      return 1;
    }
  },
};

function readOptions(args: readonly string[]) {
  try {
    const options = { env: { type: 'string' }, out: { type: 'string' }, check: { type: 'boolean' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}
