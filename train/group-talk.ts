import { writeFileSync } from 'node:fs';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import { readDrafts } from './corpus.ts';
import {
  type Fitted,
  fitPassages,
  groupTalkSize,
  groupTalkThreshold,
  type Sample,
  scoreOf,
} from './group-talk/fit-passages.ts';
import { draftSamples, readSamples } from './group-talk/samples.ts';

/**
 * `node train/group-talk.ts [folder of labelled texts]` trains the group-talk model and writes `models/group-talk.bin`.
 * With `--held-out` it first says, per source, how a model does that has not seen the source.
 */
const size = groupTalkSize;
const threshold = groupTalkThreshold;
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/data/train';

const book = readRuleBook('policy', () => null);
const samples = [...draftSamples(book, readDrafts('test/examples')), ...readSamples(book, 'train/group-talk', folder)];
if (process.argv.includes('--held-out'))
  for (const source of new Set(samples.map((sample) => sample.source))) {
    const fitted = fitPassages(
      samples.filter((sample) => sample.source !== source),
      size,
    );
    report(
      `${source}, unseen`,
      samples.filter((sample) => sample.source === source),
      fitted,
    );
  }
const fitted = fitPassages(samples, size);
write(fitted);

function report(name: string, tested: readonly Sample[], model: Fitted): void {
  const flagged = (sample: Sample) => sample.passages.some((passage) => scoreOf(model, passage) >= threshold);
  const share = (hostile: boolean) => {
    const rows = tested.filter((sample) => sample.hostile === hostile);
    return rows.length === 0 ? Number.NaN : rows.filter(flagged).length / rows.length;
  };
  const percent = (value: number) => (Number.isNaN(value) ? '-' : `${(value * 100).toFixed(1)} %`);
  const balanced = (share(true) + 1 - share(false)) / 2;
  console.log(
    `${name.padEnd(24)} found ${percent(share(true))}  false alarms ${percent(share(false))}  balanced ${percent(balanced)}`,
  );
}

/** Weights in one byte each behind a line of JSON that says how to read them. */
function write({ weights, bias }: Fitted): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const head = `${JSON.stringify({ scale: largest / 127, bias, threshold })}\n`;
  writeFileSync('models/group-talk.bin', Buffer.concat([Buffer.from(head), Buffer.from(bytes.buffer)]));
}
