import { type Decision, distanceTo } from '../../src/drafts/judgement/judge.ts';

interface Row {
  readonly measures: readonly number[];
  readonly wanted: boolean;
  readonly kind: 'stranger' | 'clean' | 'broken';
}

/** How much an alarm on an innocent draft counts: in life there are many more of them than in the corpus. */
const alarmWeight = 1.5;
/** The most of our innocent drafts, and of other people's innocent texts, that one rule may hold back, as shares. */
const most = { clean: 0.01, stranger: 0.002 };
/** Differences of F1 below this mean nothing. */
const indifferent = 0.01;

/** The middle of the lines whose F1 is about the best, of those that hold back few innocent texts. Prints what it finds. */
export function drawLine(name: string, decision: Decision, rows: readonly Row[]): Decision {
  const scored = rows.map((row) => ({ ...row, score: distanceTo(decision, row.measures) }));
  const count = (is: (row: Row) => boolean) => Math.max(1, rows.filter(is).length);
  const all = { clean: count((row) => row.kind === 'clean'), stranger: count((row) => row.kind === 'stranger') };
  const wanted = count((row) => row.wanted);
  const tried = Array.from({ length: 160 }, (_, step) => {
    const line = -4 + step / 20;
    const raised = scored.filter((row) => row.score >= line);
    const found = raised.filter((row) => row.wanted).length;
    const alarms = raised.reduce((sum, row) => sum + (row.wanted ? 0 : row.kind === 'clean' ? alarmWeight : 1), 0);
    const share = (kind: 'clean' | 'stranger') => raised.filter((row) => row.kind === kind).length / all[kind];
    return {
      line,
      f1: (2 * found) / (found + alarms + wanted),
      found,
      alarms,
      clean: share('clean'),
      stranger: share('stranger'),
    };
  });
  const allowed = tried.filter(({ clean, stranger }) => clean <= most.clean && stranger <= most.stranger);
  const peak = Math.max(...allowed.map(({ f1 }) => f1));
  const good = allowed.filter(({ f1 }) => f1 > peak - indifferent);
  const chosen = good[Math.floor(good.length / 2)];
  console.log(
    name,
    Object.entries(chosen ?? {})
      .map(([key, value]) => `${key} ${Number(value.toFixed(3))}`)
      .join(', '),
    `of ${wanted}`,
  );
  return { ...decision, line: chosen?.line ?? 4 };
}
