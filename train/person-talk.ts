import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personPassages } from '../src/drafts/person-talk/person-passages.ts';
import { Reading } from '../src/drafts/reading.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import { readJsonLines } from './corpus.ts';
import { type Pick, pickerOf } from './group-talk/fill-groups.ts';
import { type Fitted, fitPassages, type Sample, scoreOf } from './group-talk/fit-passages.ts';

/** `node train/person-talk.ts [folder of innocent texts]` trains what the judge knows of
 * talk about one person, and writes `models/person-talk.bin`. No labelled draft teaches it: the judge learns from those how
 * far to believe it. */
const size = 1 << 17;
const folds = 5;
const threshold = 0.1;
const firsts =
  'Sharon,Olive,Gareth,Priya,Nadine,Howard,Terry,Fatima,Colin,Beverley,Imran,Gwen,Malcolm,Chidi,Lorraine,Siobhan,Derek,Anwen,Yusuf,Carys,Hamish,Wendy,Tomasz,Jean,Kevin,Dawn,Marcus,Sunita,Elaine,Rhys,Oluwaseun,Petra,Nigel,Ffion,Callum,Brenda,Keith,Zainab'.split(
    ',',
  );
const lasts =
  'Beasley,Corless,Okafor,Farrow,Prosser,Meakin,Hinds,Tarrant,Lumsden,Oduya,Renshaw,Gill,Ashworth,Petrie,Marsh,Tate,Liu,Hollis,Mensah,Crouch'.split(
    ',',
  );
const roles =
  'our manager,my boss,the new starter,the new receptionist,our deputy director,my supervisor,the ward clerk,our team leader,my colleague,the new lad,the temp,our line manager'.split(
    ',',
  );

const book = readRuleBook('policy', () => null);
const samples = [...ownSamples(), ...outsideSamples()];
outOfFold();
write(
  fitPassages(
    samples.map(({ sample }) => sample),
    size,
  ),
);

interface Grouped {
  readonly sample: Sample;
  /** Texts made of the same sentence share it, so that none is tested on its own twin. */
  readonly group: number;
}

function sampleOf(text: string, source: string, hostile: boolean, weight: number): Sample {
  return {
    source,
    hostile,
    weight,
    passages: personPassages(new Reading({ text }, book)).map((passage) => passage.features),
  };
}

function ownSamples(): Grouped[] {
  const pick = pickerOf(11);
  const lines = (name: string) =>
    readFileSync(join('train/person-talk', name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const made = (name: string, hostile: boolean, offset: number) =>
    lines(name).flatMap((line, index) =>
      [0, 1, 2].map(() => ({
        group: offset + index,
        sample: sampleOf(fillPersons(line, pick), 'own', hostile, hostile ? 3 : 2),
      })),
    );
  return [...made('hostile.txt', true, 0), ...made('innocent.txt', false, 5000)];
}

function fillPersons(line: string, pick: Pick): string {
  const handle = () =>
    `@${pick(firsts).toLowerCase()}${pick(['_', '.', '']).replace('.', '_')}${pick(lasts).toLowerCase()}`;
  const filled = line
    .replace(/\{n\}/g, () => pick(firsts))
    .replace(/\{N\}/g, () => `${pick(firsts)} ${pick(lasts)}`)
    .replace(/\{h\}/g, handle)
    .replace(/\{r\}/g, () => pick(roles));
  return filled[0] === '@' || pick([0, 0, 1]) === 1 ? filled : `${filled[0]?.toUpperCase()}${filled.slice(1)}`;
}

function outsideSamples(): Grouped[] {
  const folder = process.argv[2] ?? '../shared/data/train';
  return Object.entries({ 'nhs_fft_dev.jsonl': 4, 'nhsuk_manual_dev.jsonl': 4, 'politeness_train.jsonl': 3 }).flatMap(
    ([name, every], file) => {
      const path = join(folder, name);
      if (!existsSync(path)) return [];
      return readJsonLines<{ text: string }>(path)
        .filter((_, index) => index % every === 0)
        .map(({ text }, index) => ({ group: 20_000 + file * 10_000 + index, sample: sampleOf(text, name, false, 1) }));
    },
  );
}

/** Prints how models do that have not seen the text or its twins. */
function outOfFold(): void {
  const scores = samples.map(() => -99);
  for (let fold = 0; fold < folds; fold++) {
    const fitted = fitPassages(
      samples.filter(({ group }) => group % folds !== fold).map(({ sample }) => sample),
      size,
    );
    samples.forEach(({ sample, group }, index) => {
      if (group % folds === fold)
        scores[index] = Math.max(-99, ...sample.passages.map((passage) => scoreOf(fitted, passage)));
    });
  }
  const percent = (value: number) => `${(value * 100).toFixed(1)} %`;
  for (const line of [threshold]) {
    const parts = [
      ...new Set(samples.map(({ sample }) => `${sample.source} ${sample.hostile ? 'found' : 'false alarms'}`)),
    ].map((name) => {
      const rows = scores.filter(
        (_, index) =>
          `${samples[index]?.sample.source} ${samples[index]?.sample.hostile ? 'found' : 'false alarms'}` === name,
      );
      return `${name} ${percent(rows.filter((score) => score >= line).length / rows.length)}`;
    });
    console.log(`from ${line}: ${parts.join(', ')}`);
  }
}

/** Weights in one byte each behind a line of JSON that says how to read them. */
function write({ weights, bias }: Fitted): void {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-6);
  const bytes = Int8Array.from(weights, (weight) => Math.round((weight / largest) * 127));
  const head = `${JSON.stringify({ scale: largest / 127, bias, threshold })}\n`;
  writeFileSync('models/person-talk.bin', Buffer.concat([Buffer.from(head), Buffer.from(bytes.buffer)]));
}
