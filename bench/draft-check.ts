import { readFileSync } from 'node:fs';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextProfanities from 'retext-profanities';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
// @ts-expect-error write-good ships no types
import writeGood from 'write-good';
import { checkDraft } from '../src/drafts/check.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import { Automaton } from '../src/text/automaton.ts';
import { commonWords } from '../src/text/common-words.ts';
import { normalise } from '../src/text/normalise.ts';
import { readPattern } from '../src/text/pattern.ts';
import { readTokens } from '../src/text/tokens.ts';

/** The draft check against retext (the engine of alex) and write-good, on the same drafts in the same run; times are of the processor. */
const drafts = readFileSync('test/examples/drafts-everyday.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => (JSON.parse(line) as { text: string }).text);
const characters = drafts.reduce((sum, draft) => sum + draft.length, 0);
const book = readRuleBook('policy');
const retext = unified().use(retextEnglish).use(retextEquality).use(retextProfanities).use(retextStringify);

const ours = await throughput('draft check, all rules and models', (text) => checkDraft({ text }, book));
const reading = await throughput('one automaton pass over all phrases', (text) => scanOnly(text));
const alex = await throughput('retext with equality and profanities', (text) => retext.process(text));
await throughput('write-good', (text) => writeGood(text));
console.log(
  `draft check / retext: ${(ours / alex).toFixed(1)}; automaton pass / retext: ${(reading / alex).toFixed(1)}\n`,
);

shortDrafts();
growthWithRows();
growthWithLength();
hardShapes();

function scanOnly(text: string): number {
  const tokens = readTokens(normalise(text));
  return book.automaton.scan(tokens, (index) => index === 0).length;
}

/** The best round over all drafts within four seconds, in MB of text a second of processor time. */
async function throughput(name: string, check: (text: string) => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  const begin = process.cpuUsage();
  while (spent(begin) < 4_000) {
    const start = process.cpuUsage();
    for (const draft of drafts) await check(draft);
    best = Math.min(best, spent(start));
  }
  const speed = characters / 1000 / best;
  console.log(`${name.padEnd(40)} ${speed.toFixed(3)} MB/s  ${Math.round((drafts.length / best) * 1000)} drafts/s`);
  return speed;
}

function shortDrafts(): void {
  const times = drafts
    .map((draft) => draft.slice(0, 280).padEnd(280, ' and the kettle is on again'))
    .flatMap((text) => {
      const start = performance.now();
      checkDraft({ text }, book);
      return performance.now() - start;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(2);
  console.log(`a draft of 280 characters: median ${at(0.5)} ms, p99 ${at(0.99)} ms on the clock\n`);
}

/** The same text against 100, 1,000 and 10,000 phrases of three everyday words: the pass alone, and what that makes of a whole check. */
function growthWithRows(): void {
  const words = [...commonWords].filter((word) => word.length > 3 && !word.includes("'"));
  const texts = drafts.map((draft) => readTokens(normalise(draft)));
  let first = 0;
  for (const rows of [100, 1_000, 10_000]) {
    const patterns = Array.from({ length: rows }, (_, row) =>
      readPattern([7, 131, 1031].map((step) => words[(row * step + step) % words.length]).join(' ')),
    );
    const automaton = new Automaton(patterns, new Map());
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 6; round++) {
      const start = process.cpuUsage();
      for (let turn = 0; turn < 5; turn++) for (const tokens of texts) automaton.scan(tokens, (index) => index === 0);
      best = Math.min(best, spent(start));
    }
    first = first === 0 ? best : first;
    const check = characters / 1000 / ours;
    console.log(
      `${String(rows).padStart(6)} phrases: ${(best / 5).toFixed(1)} ms a pass, ${(best / first).toFixed(2)} times the first; a whole check ${(1 + (best - first) / 5 / check).toFixed(2)} times`,
    );
  }
}

function growthWithLength(): void {
  const text = drafts.join('\n\n');
  for (const size of [62_500, 125_000, 250_000, 500_000, 1_000_000]) {
    const draft = text.repeat(Math.ceil(size / text.length)).slice(0, size);
    const start = process.cpuUsage();
    checkDraft({ text: draft }, book);
    const time = spent(start);
    console.log(
      `${(size / 1000).toFixed(1).padStart(8)} kB draft: ${time.toFixed(0)} ms, ${((time / size) * 1e6).toFixed(0)} ms a MB`,
    );
  }
}

/** A megabyte of what could make a reader slow; the time must stay near that of a megabyte of drafts. */
function hardShapes(): void {
  const shapes: Readonly<Record<string, string>> = {
    'one sentence': 'she said that we all know how it was ',
    'line ends': '\n',
    emoji: '😡🏳️‍🌈👍🏿',
    'nested quotes': '"“he said ',
    'hashtags run together': '#LoveOurNHS#notmymanager',
    'one endless word': 'o',
    'one endless address': 'so.on.',
    'the same insult': 'you are a useless idiot. ',
    'groups named': 'women and Muslims are not welcome here, they are stupid. ',
    numbers: '943 476 5919 07700 900123 ',
    'one letter at a time': 's t u p i d ',
    'half flags': '\u{1f1ec}',
    'zero width': 'a\u200b',
    'right to left': '\u202eשלום ',
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const start = process.cpuUsage();
    checkDraft({ text: shape.repeat(Math.ceil(1_000_000 / shape.length)) }, book);
    console.log(`a MB of ${name.padEnd(24)} ${spent(start).toFixed(0).padStart(6)} ms`);
  }
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}
