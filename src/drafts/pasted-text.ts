import type { Span } from './finding.ts';
import type { Reading } from './reading.ts';

const fewestLines = 3;
const longQuote = 25;
const copyrightSign = /(?:©|\([cC]\)) ?[A-Z]/;
const musicNotes = new Set(['🎶', '🎵', '♪', '♫', '🎤', '🎼']);

/** Stretches that look like a song, a poem or somebody's text given at length, as spans. Linear. */
export function pastedText(reading: Reading): readonly Span[] {
  return reading.once('pasted', () => [...slashedVerse(reading), ...betweenNotes(reading), ...copyrightLines(reading)]);
}

/** Whether a quotation of 25 words or more stands in the draft. */
export function hasLongQuote(reading: Reading): boolean {
  return reading.once('long quote', () => {
    if (reading.tokens.length < longQuote) return false;
    let run = 0;
    for (let at = 0; at < reading.tokens.length; at++) {
      run = reading.isQuoted(at) ? run + 1 : 0;
      if (run >= longQuote) return true;
    }
    return false;
  });
}

/** Lines of verse set off by " / ": at least three, each of three to sixteen words. */
function slashedVerse(reading: Reading): Span[] {
  const { original } = reading.plain;
  if (!original.includes(' / ')) return [];
  const found: Span[] = [];
  for (const paragraph of paragraphs(original)) {
    const pieces = paragraph.text.split(' / ');
    if (pieces.length < fewestLines) continue;
    const inner = pieces.slice(1, -1).every((piece) => isVerseLine(piece));
    if (!inner || !isVerseLine(pieces.at(-1) ?? '', 40)) continue;
    const first = pieces[0] ?? '';
    const from = Math.max(
      first.lastIndexOf('. '),
      first.lastIndexOf('! '),
      first.lastIndexOf('? '),
      first.lastIndexOf(': '),
    );
    const start = paragraph.start + (from < 0 ? 0 : from + 2);
    found.push(reading.slice(start, paragraph.start + paragraph.text.length));
  }
  return found;
}

function isVerseLine(line: string, most = 16): boolean {
  const words = line.trim().split(/\s+/).length;
  return words >= 3 && words <= most;
}

/** Twelve words and more between musical notes. */
function betweenNotes(reading: Reading): Span[] {
  const found: Span[] = [];
  let opened = -1;
  reading.tokens.forEach((token, at) => {
    if (token.kind !== 'emoji' || !musicNotes.has(token.key)) return;
    if (opened >= 0 && at - opened > 12) found.push(reading.span(opened, at + 1));
    opened = at;
  });
  return found;
}

/** A line that carries somebody's copyright sign, with what is in front of it in the same paragraph. */
function copyrightLines(reading: Reading): Span[] {
  const { original } = reading.plain;
  if (!copyrightSign.test(original) || reading.has('copyright', 'permitted')) return [];
  return paragraphs(original)
    .filter(({ text }) => copyrightSign.test(text))
    .map(({ text, start }) => reading.slice(start, start + text.length));
}

function paragraphs(text: string): { text: string; start: number }[] {
  const all: { text: string; start: number }[] = [];
  let start = 0;
  for (const piece of text.split('\n')) {
    if (piece.trim() !== '') all.push({ text: piece, start });
    start += piece.length + 1;
  }
  return all;
}
