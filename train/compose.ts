import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LabelledDraft } from '../src/drafts/score-drafts.ts';

type Parts = Record<string, string[]> & { targets: Record<string, string[]> };

/** Drafts put together from short parts, always the same ones: what is said of whom, by whom, and what takes the edge off. */
export function composeDrafts(file: string, each: number): LabelledDraft[] {
  const parts = parse(readFileSync(file, 'utf8')) as Parts;
  const pick = picker();
  const of = (name: string) => pick(parts[name] ?? []);
  const target = () => pick(pick(Object.values(parts.targets)));
  const names = () =>
    ({
      name: `${of('first')} ${of('last')}`,
      first: of('first'),
      last: of('last'),
      initials: `${of('first')[0]}.${of('last')[0]}.`,
    }) as Record<string, string>;
  const filled = (text: string) => {
    const known = names();
    return text.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  };
  const made: LabelledDraft[] = [];
  const put = (
    kind: string,
    pieces: readonly string[],
    core: string,
    rules: LabelledDraft['rules'],
    verdict: LabelledDraft['verdict'],
  ) =>
    made.push({
      id: `composed-${kind}-${made.length}`,
      text: pieces.filter((piece) => piece !== '').join(' '),
      rules,
      spans: rules.length > 0 ? [core] : [],
      verdict,
    });
  for (let turn = 0; turn < each; turn++) {
    const inside = turn % 4 === 3 ? '' : of('inside');
    const bad = capital(`${target()} ${of('bad')}.`);
    put('bad', [of('inside'), bad, of('tails')], bad, ['disrepute'], 'change');
    put('good', [inside, capital(`${target()} ${of('good')}.`), of('tails')], '', [], 'ok');
    if (turn % 2 === 0)
      put('elsewhere', [inside, capital(`${of('elsewhere')} ${of('bad')}.`), of('tails')], '', [], 'ok');
    const person = turn % 2 === 0 ? `${of('people')} ${of('private')}.` : `${of('colleagues')} ${of('staff-private')}.`;
    const told = capital(filled(person));
    if (turn % 3 > 0) put('person', [inside, told, of('seen')], told, ['confidentiality'], 'stop');
    else put('allowed', [inside, told, of('allowed')], '', [], 'ok');
    const plan = capital(`${of('plans')}.`);
    const hidden = of('hidden');
    if (turn % 2 === 0)
      put('plan', turn % 4 === 0 ? [inside, plan, hidden] : [hidden, plan], plan, ['confidentiality'], 'change');
    else put('open', [inside, plan, of('open')], '', [], 'ok');
  }
  return made;
}

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;

function picker(): (list: readonly string[] | readonly string[][]) => never {
  let seed = 4711;
  return ((list: readonly unknown[]) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return list[(seed >>> 8) % list.length];
  }) as never;
}
