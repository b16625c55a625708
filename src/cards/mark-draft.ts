import type { Finding } from '../drafts/finding.ts';

/** A stretch of a line; `marked` words are at fault, and the run behind them says by which finding: "[1]". */
export interface DraftRun {
  readonly text: string;
  readonly marked: boolean;
}
export interface DraftLine {
  readonly runs: readonly DraftRun[];
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** UTF-16 units shown either side of an excerpt's words, and the most of the words themselves. */
const around = 80;
const longestExcerpt = 400;

/**
 * The draft line by line with the words at fault marked by weight, underline and number, not by colour alone (G4).
 * With `excerpts` only that many stretches around marks; null for the whole draft.
 */
export function markDraft(text: string, findings: readonly Finding[], excerpts: number | null): readonly DraftLine[] {
  const marks = placeMarks(findings);
  if (excerpts === null) return splitLines(runsOf(text, 0, text.length, marks));
  return excerptWindows(text, marks, excerpts).flatMap(([start, end]) =>
    splitLines([plain('… '), ...runsOf(text, start, end, marks), plain(' …')]),
  );
}

/** Spans in order with the numbers of their findings; a span that overlaps an earlier one is shown where it goes on. */
function placeMarks(findings: readonly Finding[]): readonly Mark[] {
  const all = findings.flatMap((finding, index) =>
    finding.spans.map(({ start, end }) => ({ start, end, label: `[${index + 1}]` })),
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const placed: Mark[] = [];
  for (const mark of all) {
    const last = placed.at(-1);
    if (last === undefined || mark.start >= last.end) placed.push(mark);
    else
      placed[placed.length - 1] = {
        start: last.start,
        end: Math.max(last.end, mark.end),
        label: joinLabels(last.label, mark.label),
      };
  }
  return placed;
}

function runsOf(text: string, from: number, to: number, marks: readonly Mark[]): readonly DraftRun[] {
  const runs: DraftRun[] = [];
  let at = from;
  for (const mark of marks) {
    if (mark.end <= from || mark.start >= to) continue;
    const start = Math.max(mark.start, from);
    const end = Math.min(mark.end, to);
    runs.push(plain(text.slice(at, start)), { text: text.slice(start, end), marked: true }, plain(` ${mark.label}`));
    at = end;
  }
  return [...runs, plain(text.slice(at, to))].filter((run) => run.text !== '');
}

const plain = (text: string): DraftRun => ({ text, marked: false });

function splitLines(runs: readonly DraftRun[]): readonly DraftLine[] {
  const lines: DraftRun[][] = [[]];
  for (const run of runs) {
    for (const [index, part] of run.text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, marked: run.marked });
    }
  }
  return lines.filter((line) => line.length > 0).map((line) => ({ runs: line }));
}

/** Stretches of text around the marks, joined where they touch. */
function excerptWindows(text: string, marks: readonly Mark[], most: number): readonly (readonly [number, number])[] {
  const windows: [number, number][] = [];
  for (const mark of marks) {
    const start = Math.max(0, mark.start - around);
    const end = Math.min(text.length, Math.min(mark.end, mark.start + longestExcerpt) + around);
    const last = windows.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (windows.length < most) windows.push([start, end]);
  }
  return windows;
}

/** "[1][3]": each finding once, in the order of the list below the draft. */
function joinLabels(one: string, other: string): string {
  const numbers = new Set(`${one}${other}`.match(/\d+/g)?.map(Number));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => `[${number}]`)
    .join('');
}
