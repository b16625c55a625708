import type { Reading } from '../reading.ts';
import { groupsMet } from './mark-groups.ts';
import { marksOfDraft } from './marks.ts';

/**
 * Whether a draft has what a breach needs at all. For disrepute: somebody or a body of the service is spoken of, by
 * someone who works there. For confidentiality: a person with a private matter, hidden plans or papers, or a picture that
 * shows too much. A draft that has not is not weighed.
 */
export function isPlausible(reading: Reading, rule: 'disrepute' | 'confidentiality'): boolean {
  const marks = marksOfDraft(reading);
  const groups = new Set(groupsMet(marks));
  const has = (...names: string[]) => names.some((name) => groups.has(name) || marks.has(name));
  if (rule === 'disrepute') return has('inside', 'd.reply', 'd.rival', 'c.named') && has('target', 'c.named');
  const matter = has('c.illness', 'c.hr-matter', 'd.affair');
  const person =
    ((has('someone') && has('private')) || (has('c.name') && matter)) && has('inside', 'place', 'detail', 'secret');
  const anecdote = has('someone') && has('place') && has('detail', 'inside');
  const organisation = has('plan') && has('secret', 'inside');
  return (
    person ||
    anecdote ||
    organisation ||
    has('c.in-view', 'c.credential') ||
    (has('secret') && has('inside', 'someone'))
  );
}
