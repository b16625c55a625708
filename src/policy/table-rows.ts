const ruler = /^[\s:|-]*-{2,}[\s:|-]*$/;
/** A number, letter or bullet set off by a tab, as word processors do, with no second column behind it. */
const marked = /^\s*(?:\d+(?:\.\d+)*[.)]?|\(?[a-z]{1,4}\)|[-*+▪•])\t+[^\t]+$/;

/** The line of dashes below a table's head, or one across the page. */
export function isRuler(line: string): boolean {
  return ruler.test(line);
}

/** Cells between tabs, or between bars: the bars at both ends may be missing where the lines around make it a table. */
export function isRow(lines: readonly string[], at: number, afterRow: boolean): boolean {
  const line = lines[at] ?? '';
  if (line.includes('\t')) return afterRow || !marked.test(line);
  const bars = line.match(/(?<!\\)\|/g)?.length ?? 0;
  if (bars === 0) return false;
  const below = lines[at + 1] ?? '';
  return (/^\s*\|/.test(line) && bars > 1) || afterRow || (isRuler(below) && below.includes('|'));
}

export function readCells(line: string): string[] {
  const barred = !line.includes('\t') && line.includes('|');
  const inner = barred ? line.trim().replace(/^\||(?<!\\)\|$/g, '') : line;
  return (barred ? inner.split(/(?<!\\)\|/) : inner.split('\t')).map((cell) => cell.trim().replaceAll('\\|', '|'));
}
