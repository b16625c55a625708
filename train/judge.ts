import { writeFileSync } from 'node:fs';
import { type RuleId, ruleIds, type Verdict } from '../src/drafts/finding.ts';
import { evidenceOf } from '../src/drafts/judgement/draft-evidence.ts';
import type { Decision } from '../src/drafts/judgement/judge.ts';
import { measuresOf, scoreWords } from '../src/drafts/judgement/measures.ts';
import { Reading } from '../src/drafts/reading.ts';
import type { RuleBook } from '../src/drafts/rule-book.ts';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';
import { readRuleBook } from '../src/organisation/conduct-rules.ts';
import type { JointModel } from '../src/text/joint-model.ts';
import { readDrafts, readInnocent } from './corpus.ts';
import { fitPassages, groupTalkSize, groupTalkThreshold, quantised } from './group-talk/fit-passages.ts';
import { draftSamples, readSamples } from './group-talk/samples.ts';
import { drawLine } from './judge/draw-line.ts';
import { fitDecision } from './judge/fit-decision.ts';
import { fitJointly, type Row } from './judge/fit-jointly.ts';
import { readPeopleSentences } from './judge/people-sentences.ts';

/**
 * `node train/judge.ts [folder of innocent texts]` trains the judge of whole drafts and writes `models/judge.bin`: two
 * models of the words on labelled drafts, then the decisions on scores that those models give to drafts they have not seen.
 */
const buckets = { draft: 1 << 17, sentence: 1 << 16 };
const folds = 5;
/** Neighbours in a file may be near twins: they stay on one side. */
const together = 10;
/** How much one text counts: ours, innocent texts of strangers, and sentences about groups of people. */
const weightOf = { draft: 1, stranger: 0.5, people: 0.4 } as const;
type Kind = keyof typeof weightOf;
const breachWeight = 2;

interface Source {
  readonly reading: Reading;
  readonly label: LabelledDraft;
  readonly kind: Kind;
  readonly fold: number;
  /** By sentence: a marked span lies in it. */
  readonly marked: readonly boolean[];
}

const folder = process.argv[2] ?? '../shared/data/train';
const book = readRuleBook('policy', undefined, () => null);
const sources = [
  ...readDrafts('test/examples').map((label, at) => sourceOf(label, at, 'draft')),
  ...readInnocent(folder).map((text, at) =>
    sourceOf({ id: `stranger-${at}`, text, rules: [], verdict: 'ok' }, at, 'stranger'),
  ),
  ...readPeopleSentences('train/group-talk', folder).map((label, at) => sourceOf(label, at, 'people')),
];
const heads = [...ruleIds, 'stop', 'mild'];
const outside = measuresOutOfFold();
const judge = { ...fitWords(sources), ...decide(outside) };
write(judge);

function sourceOf(label: LabelledDraft, at: number, kind: Kind): Source {
  const reading = new Reading(label as { text: string }, book);
  const spans = (label.spans ?? []).map((text) => ({
    start: label.text.indexOf(text),
    end: label.text.indexOf(text) + text.length,
  }));
  const marked = reading.sentences.map(({ start, end }) =>
    spans.some(
      (span) => Math.min(end, span.end) - Math.max(start, span.start) > Math.min(8, (span.end - span.start) / 2),
    ),
  );
  return { reading, label, kind, marked, fold: Math.floor(at / together) % folds };
}

/** 1 breach, 0 innocent, null where the rule may be raised without penalty. */
function standing(rule: RuleId, { label }: Source): 0 | 1 | null {
  if (label.rules.includes(rule)) return 1;
  return label.also_acceptable?.includes(rule) ? null : 0;
}

function fitWords(taught: readonly Source[]): { draft: JointModel; sentence: JointModel } {
  const weigh = (wanted: number | null, { kind }: Source) =>
    wanted === null ? 0 : weightOf[kind] * (wanted === 1 ? breachWeight : 1);
  const drafts: Row[] = taught.map((source) => {
    const wanted = ruleIds.map((rule) => standing(rule, source));
    const broken = source.label.rules.length > 0;
    const verdict = (is: Verdict) => (broken && source.kind === 'draft' ? (source.label.verdict === is ? 1 : 0) : null);
    const labels = [...wanted, verdict('stop'), verdict('advice')];
    return {
      features: evidenceOf(source.reading).draft,
      wanted: labels.map((label) => label ?? 0),
      weights: labels.map((label) => weigh(label, source)),
    };
  });
  const sentences: Row[] = taught.flatMap((source) =>
    evidenceOf(source.reading).sentences.map(({ own, around }, index) => {
      const labels = ruleIds.map((rule) => {
        const is = standing(rule, source);
        return is === 1 && !source.marked[index] ? null : is;
      });
      return {
        features: Int32Array.from([...own, ...around]),
        wanted: labels.map((label) => label ?? 0),
        weights: labels.map((label) => weigh(label, source)),
      };
    }),
  );
  return {
    draft: fitJointly(drafts, heads, buckets.draft),
    sentence: fitJointly(sentences, [...ruleIds], buckets.sentence),
  };
}

/** The measures of every source, from models that have not seen its fold. */
function measuresOutOfFold(): number[][] {
  const measures: number[][] = sources.map(() => []);
  const talk = readSamples(book, 'train/group-talk', folder);
  for (let fold = 0; fold < folds; fold++) {
    const others = sources.filter((source) => source.fold !== fold);
    const models = fitWords(others);
    const drafts = others.filter(({ kind }) => kind === 'draft').map(({ label }) => label);
    const groupTalk = fitPassages([...draftSamples(book, drafts), ...talk], groupTalkSize);
    const groups = quantised(groupTalk, groupTalkThreshold);
    const model: RuleBook['model'] = (name) => (name === 'group-talk' ? groups : book.model(name));
    for (const [index, source] of sources.entries()) {
      if (source.fold !== fold) continue;
      const reading = new Reading(source.label as { text: string }, { ...book, model });
      measures[index] = measuresOf(reading, scoreWords(reading, models), ruleIds.length);
    }
    console.log(`fold ${fold + 1} of ${folds} weighed`);
  }
  return measures;
}

function decide(measures: readonly number[][]) {
  const decisions = { raises: {}, forbids: {}, advises: {} } as Record<
    'raises' | 'forbids' | 'advises',
    Record<RuleId, Decision>
  >;
  for (const rule of ruleIds) {
    const rows = sources.flatMap((source, index) => {
      if (source.kind === 'people') return [];
      const is = standing(rule, source);
      return is === null ? [] : [{ source, measures: measures[index] as number[], wanted: is === 1 }];
    });
    const fitted = fitDecision(rows.map((row) => ({ ...row, weight: weightOf[row.source.kind] })));
    decisions.raises[rule] = drawLine(
      rule,
      fitted,
      rows.map(({ source, ...row }) => ({ ...row, kind: kindOf(source) })),
    );
    const broken = rows.filter(({ source }) => source.label.rules.length === 1 && source.label.rules[0] === rule);
    for (const [name, verdict] of [
      ['forbids', 'stop'],
      ['advises', 'advice'],
    ] as const)
      decisions[name][rule] = fitDecision(
        broken.map((row) => ({ ...row, wanted: row.source.label.verdict === verdict, weight: 1 })),
      );
  }
  return decisions;
}

function write({ draft, sentence, ...decisions }: ReturnType<typeof fitWords> & ReturnType<typeof decide>): void {
  const headOf = ({ weights, ...model }: JointModel) => ({ ...model, buckets: weights.length / model.heads.length });
  const head = JSON.stringify({ draft: headOf(draft), sentence: headOf(sentence), ...decisions }, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value,
  );
  writeFileSync(
    'models/judge.bin',
    Buffer.concat([Buffer.from(`${head}\n`), Buffer.from(draft.weights), Buffer.from(sentence.weights)]),
  );
}

function kindOf({ kind, label }: Source): 'stranger' | 'clean' | 'broken' {
  if (kind === 'stranger') return 'stranger';
  return label.rules.length === 0 ? 'clean' : 'broken';
}
