import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as launcher } from 'playwright-core';
import { PNG } from 'pngjs';

/** Draws color.png and outline.png from their SVG: npm run icons. */
const sizes = { color: 192, outline: 32 } as const;

const browser = await launcher.launch({
  executablePath: await chromium.executablePath(),
  args: [...chromium.args, '--no-sandbox'],
});
for (const [name, size] of Object.entries(sizes)) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = readFileSync(join(import.meta.dirname, `${name}.svg`), 'utf8');
  await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${svg}`);
  const drawn = PNG.sync.read(await page.screenshot({ omitBackground: true }));
  if (name === 'outline') whiten(drawn);
  writeFileSync(join(import.meta.dirname, `${name}.png`), PNG.sync.write(drawn));
}
await browser.close();

/** The browser rounds the colour of points that are barely there; Teams wants white. */
function whiten({ data }: PNG): void {
  for (let at = 0; at < data.length; at += 4) data.fill(data[at + 3] === 0 ? 0 : 255, at, at + 3);
}
