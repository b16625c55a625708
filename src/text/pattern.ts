/**
 * What a phrase row is written in, read into a tree:
 * `word` as typed (lower case), `crayon*` any word so begun, `(a b|c)` either, `[please]` may be left out,
 * `..` up to three words between, `..6` up to six, `{class}` a word class, `^` and `$` where a sentence begins and ends,
 * `//` a sentence may end here. An emoji stands for itself.
 */
export type Pattern =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'prefix'; readonly prefix: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'edge'; readonly of: 'start' | 'end' | 'either' }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'either'; readonly options: readonly Pattern[] }
  | { readonly kind: 'optional'; readonly part: Pattern };

/** A pattern that its author must mend. */
export class BrokenPattern extends Error {
  override readonly name = 'BrokenPattern';
}

const piece = /\s+|\(|\)|\[|\]|\||\^|\$(?=\s|$|\))|\/\/|\.\.\d*|\{[^{}\s]*\}|[^\s()[\]|{}^]+/gy;

/** Reads `source`; throws `BrokenPattern` with the reason in a sentence. */
export function readPattern(source: string): Pattern {
  const pieces = cut(source.toLowerCase());
  let at = 0;

  function sequence(until: string): Pattern {
    const options: Pattern[] = [];
    let parts: Pattern[] = [];
    for (; at < pieces.length && pieces[at] !== until; at++) {
      const text = pieces[at] as string;
      if (text === '|') {
        options.push({ kind: 'sequence', parts });
        parts = [];
      } else parts.push(element(text));
    }
    if (until !== '' && at >= pieces.length) throw new BrokenPattern(`"${source}" lacks a "${until}"`);
    options.push({ kind: 'sequence', parts });
    if (options.some((option) => option.kind === 'sequence' && option.parts.length === 0))
      throw new BrokenPattern(`"${source}" has an empty part`);
    return options.length === 1 ? (options[0] as Pattern) : { kind: 'either', options };
  }

  function element(text: string): Pattern {
    if (text === ')' || text === ']') throw new BrokenPattern(`"${source}" has a "${text}" too many`);
    if (text === '(' || text === '[') {
      at++;
      const inner = sequence(text === '(' ? ')' : ']');
      return text === '(' ? inner : { kind: 'optional', part: inner };
    }
    if (text === '^') return { kind: 'edge', of: 'start' };
    if (text === '$') return { kind: 'edge', of: 'end' };
    if (text === '//') return { kind: 'edge', of: 'either' };
    if (text.startsWith('..')) return { kind: 'gap', most: text.length > 2 ? Number(text.slice(2)) : 3 };
    if (text.startsWith('{')) return { kind: 'class', name: text.slice(1, -1) };
    if (text.endsWith('*') && text.length > 2) return { kind: 'prefix', prefix: text.slice(0, -1) };
    return { kind: 'word', word: text };
  }

  const pattern = sequence('');
  if (!hasSubstance(pattern)) throw new BrokenPattern(`"${source}" can match without any word`);
  return pattern;
}

function cut(source: string): string[] {
  const pieces: string[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const before = piece.lastIndex;
    const found = piece.exec(source);
    if (found === null) throw new BrokenPattern(`"${source}" cannot be read at "${source.slice(before)}"`);
    if (found[0].trim() !== '') pieces.push(found[0]);
  }
  return pieces;
}

/** Whether at least one word or class must be met. */
function hasSubstance(pattern: Pattern): boolean {
  if (pattern.kind === 'sequence') return pattern.parts.some(hasSubstance);
  if (pattern.kind === 'either') return pattern.options.every(hasSubstance);
  return pattern.kind === 'word' || pattern.kind === 'prefix' || pattern.kind === 'class';
}

/** The names of the classes that `pattern` uses. */
export function classesIn(pattern: Pattern): string[] {
  if (pattern.kind === 'class') return [pattern.name];
  if (pattern.kind === 'sequence') return pattern.parts.flatMap(classesIn);
  if (pattern.kind === 'either') return pattern.options.flatMap(classesIn);
  return pattern.kind === 'optional' ? classesIn(pattern.part) : [];
}
