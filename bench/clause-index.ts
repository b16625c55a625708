import { readFileSync } from 'node:fs';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { readPolicyDocument } from '../src/organisation/policy-document.ts';
import { readQuestions, readSynonyms } from '../src/organisation/questions.ts';
import type { Clause, PolicyDocument } from '../src/policy/clause.ts';
import { buildClauseIndex } from '../src/policy/clause-index.ts';
import { plainText } from '../src/policy/plain-text.ts';
import { noQuestions } from '../src/policy/questions.ts';

/**
 * Our index beside minisearch and orama on the same clauses and the same queries, in one run: accuracy on the labelled
 * questions over our own policy, then speed, build time and memory at 90, 9,000 and 90,000 generated clauses, and what a
 * query costs against the postings that it reads.
 */
interface Contender {
  readonly name: string;
  first(query: string): string | undefined;
  /** How many postings a query reads; of ours alone. */
  postings?(query: string): number;
}

const synonyms = readSynonyms('policy/synonyms.yaml');
const questions = readQuestions('policy/questions.yaml');
const own = readPolicyDocument('policy/social-media-policy.md');

const syllables =
  'ba be bi bo bu da de di do du fa fe fi fo fu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu'.split(' ');

compareAccuracy();
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [90, 9_000, 90_000]) compareSpeed(size);

function compareAccuracy(): void {
  const rows = ['questions', 'questions.held-out', 'questions-strangers.held-out'].flatMap((name) =>
    readFileSync(`test/examples/${name}.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { question: string; answers: string[] }),
  );
  const answerable = rows.filter(({ answers }) => answers.length > 0);
  const examples = (id: string) => (questions.clauses[id] ?? []).join('\n');
  const index = buildClauseIndex(own, questions, synonyms);
  const contenders = [
    { name: 'can-i-post', first: (query: string) => index.rank(query).candidates[0]?.clause.id },
    miniSearch(own.clauses, examples),
    orama(own.clauses, examples),
  ];
  console.log(`First clause right, ${answerable.length} questions, same clauses and same example questions`);
  for (const { name, first } of contenders) {
    const right = answerable.filter(({ question, answers }) => answers.includes(first(question) ?? '')).length;
    console.log(`  ${name.padEnd(12)} ${((right / answerable.length) * 100).toFixed(1)} %`);
  }
}

function compareSpeed(size: number): void {
  const document = generate(size);
  const asked = plantedQueries(document.clauses, size > 50_000 ? 100 : 400);
  console.log(`${size} clauses`);
  const makers: (() => Contender)[] = [
    () => {
      const index = buildClauseIndex(document, noQuestions, synonyms);
      return {
        name: 'can-i-post',
        first: (query) => index.rank(query).candidates[0]?.clause.id,
        postings: (query) => index.rank(query).postings,
      };
    },
    () => miniSearch(document.clauses, () => ''),
    () => orama(document.clauses, () => ''),
  ];
  for (const make of makers) console.log(`  ${measure(make, asked)}`);
}

/** Times are of the processor, not of the clock: whatever else the machine does is left out of them. */
function measure(make: () => Contender, asked: readonly { query: string; id: string }[]): string {
  globalThis.gc?.();
  const memory = used();
  const started = spent();
  const { name, first, postings } = make();
  const built = spent() - started;
  globalThis.gc?.();
  const grown = (used() - memory) / 1e6;
  for (const { query } of asked.slice(0, 20)) first(query);
  const from = spent();
  let right = 0;
  for (const { query, id } of asked) if (first(query) === id) right++;
  const each = (spent() - from) / asked.length;
  const line = `${name.padEnd(12)} ${(1000 / each).toFixed(0).padStart(7)} queries/s  right ${((right / asked.length) * 100).toFixed(1)} %  built in ${built.toFixed(0)} ms  ${grown.toFixed(1)} MB`;
  return postings ? `${line}\n${costs(first, postings, asked)}` : line;
}

/** Processor time so far in ms. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function used(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Queries in four groups by the postings that they read, with the best of five times for each. */
function costs(
  first: (query: string) => unknown,
  postings: (query: string) => number,
  asked: readonly { query: string }[],
): string {
  const ordered = asked.map(({ query }) => ({ query, read: postings(query) })).sort((a, b) => a.read - b.read);
  const quarter = Math.ceil(ordered.length / 4);
  return [0, 1, 2, 3]
    .map((part) => {
      const group = ordered.slice(part * quarter, (part + 1) * quarter);
      const read = group.reduce((sum, one) => sum + one.read, 0) / group.length;
      const times = Array.from({ length: 5 }, () => {
        const from = spent();
        for (const { query } of group) first(query);
        return ((spent() - from) * 1000) / group.length;
      });
      return `    ${read.toFixed(0).padStart(7)} postings read  ${Math.min(...times)
        .toFixed(0)
        .padStart(6)} µs a query`;
    })
    .join('\n');
}

function miniSearch(clauses: readonly Clause[], examples: (id: string) => string): Contender {
  const index = new MiniSearch({
    fields: ['title', 'text', 'examples'],
    searchOptions: { boost: { title: 2 }, fuzzy: 0.2, prefix: true },
  });
  index.addAll(clauses.map(({ id, title, text }) => ({ id, title, text: plainText(text), examples: examples(id) })));
  return { name: 'minisearch', first: (query) => index.search(query)[0]?.id as string | undefined };
}

function orama(clauses: readonly Clause[], examples: (id: string) => string): Contender {
  const index = create({ schema: { clause: 'string', title: 'string', text: 'string', examples: 'string' } as const });
  void insertMultiple(
    index,
    clauses.map(({ id, title, text }) => ({ clause: id, title, text: plainText(text), examples: examples(id) })),
    10_000,
  );
  const options = {
    properties: ['title', 'text', 'examples'] as ['title', 'text', 'examples'],
    threshold: 1,
    boost: { title: 2 },
    limit: 3,
  };
  return {
    name: 'orama',
    first(query) {
      const found = search(index, { term: query, ...options });
      return 'hits' in found ? found.hits[0]?.document.clause : undefined;
    },
  };
}

/** Clauses of Zipf-distributed made-up words between the words of our own policy; the same for the same size. */
function generate(size: number): PolicyDocument {
  const random = randomNumbers(size);
  const real = [
    ...new Set(
      own.clauses.flatMap(
        ({ text }) =>
          plainText(text)
            .toLowerCase()
            .match(/[a-z]{4,}/g) ?? [],
      ),
    ),
  ];
  const made = Array.from({ length: 4_000 + size / 5 }, () =>
    Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join(''),
  );
  const vocabulary = [...real, ...made];
  const word = () => vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** random()) - 1)] ?? '';
  const clauses = Array.from({ length: size }, (_, at): Clause => {
    const text = Array.from({ length: 30 }, word).join(' ');
    const id = `${1 + Math.floor(at / 900)}.${1 + (Math.floor(at / 30) % 30)}.${1 + (at % 30)}`;
    return {
      id,
      path: ['Generated'],
      title: text.slice(0, 20),
      text,
      modality: 'statement',
      parent: null,
      kind: 'paragraph',
      line: at + 1,
      oddities: [],
    };
  });
  return { ...own, clauses };
}

/** Six words of one clause, one of them with a slip of the finger. */
function plantedQueries(clauses: readonly Clause[], count: number): { query: string; id: string }[] {
  const random = randomNumbers(7);
  return Array.from({ length: count }, () => {
    const clause = clauses[Math.floor(random() * clauses.length)] as Clause;
    const words = clause.text.split(' ');
    const picked = Array.from({ length: 6 }, () => words[Math.floor(random() * words.length)] ?? '');
    picked[0] = (picked[0] ?? '').replace(/^(...)./, '$1x');
    return { query: picked.join(' '), id: clause.id };
  });
}

/** Mulberry32: small, and the same numbers for the same seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
