import { paragraphs } from './clause-view.ts';
import { type FilledCard, fillCard } from './fill.ts';
import type { TitledText } from './titled-text.ts';

export interface Reading {
  readonly headline: string;
  readonly reference: string;
  /** What is read, for the button that goes on: "report", "history". */
  readonly part: string;
  readonly passages: readonly TitledText[];
}

/** Characters on one card, and lines: a text of many short lines is as heavy as a long one. */
const most = { characters: 7_000, lines: 60 };

/** Long texts in full, as many cards as it takes, each from passage number `from`. A passage too long for one card goes on in the next. */
export function readingCard({ headline, reference, part, passages }: Reading, from = 0): FilledCard {
  const pieces = passages.flatMap(inPieces);
  const shown: typeof pieces = [];
  let left = { ...most };
  for (const piece of pieces.slice(from)) {
    left = { characters: left.characters - piece.length, lines: left.lines - piece.lines.length };
    if (shown.length > 0 && (left.characters < 0 || left.lines < 0)) break;
    shown.push(piece);
  }
  const next = from + shown.length;
  return fillCard('reading', {
    ...{ headline, reference },
    passages: shown.map(({ title, lines }) => ({ title, lines })),
    more: next < pieces.length ? [{ reference, part, from: next }] : [],
  });
}

interface Piece {
  readonly title: string;
  readonly lines: readonly string[];
  readonly length: number;
}

function inPieces({ title, text }: TitledText): readonly Piece[] {
  const pieces: string[][] = [[]];
  for (const line of paragraphs(text).flatMap(foldLine)) {
    const last = pieces.at(-1) as string[];
    const length = last.join('').length + line.length;
    if (last.length > 0 && (length > most.characters / 2 || last.length >= most.lines / 2)) pieces.push([line]);
    else last.push(line);
  }
  return pieces.map((lines, index) => ({
    title: index === 0 ? title : `${title} (continued)`,
    lines,
    length: title.length + lines.join('').length,
  }));
}

/** A line as it can stand on one card. */
function foldLine(line: string): readonly string[] {
  const size = most.characters / 2;
  return Array.from({ length: Math.ceil(line.length / size) }, (_, index) =>
    line.slice(index * size, (index + 1) * size),
  );
}
