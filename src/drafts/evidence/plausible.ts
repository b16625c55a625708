import type { Reading } from '../reading.ts';
import { groupsOfDraft, marksOfDraft } from './marks.ts';

/**
 * Whether a draft has what a breach needs at all. For disrepute: somebody or a body of the service is spoken of, by
 * someone who works there. For confidentiality: a person with a private matter, hidden plans or papers, or a picture that
 * shows too much. A draft that has not is not weighed.
 */
export function isPlausible(reading: Reading, rule: 'disrepute' | 'confidentiality'): boolean {
  const marks = marksOfDraft(reading);
  if (marks.size === 0) return false;
  const groups = groupsOfDraft(reading);
  const has: Has = (...names) => names.some((name) => marks.has(name) || groups.includes(name));
  return rule === 'disrepute' ? mayRunDown(has) : mayGiveAway(has);
}

type Has = (...names: string[]) => boolean;

function mayRunDown(has: Has): boolean {
  const fromInside = has('inside', 'd.reply', 'd.rival', 'c.named') && has('target', 'c.named');
  const workplace = has('d.leader', 'd.patient') && has('d.insult', 'd.bungling', 'd.idle', 'd.dishonest');
  return (
    fromInside || workplace || (has('inside') && has('d.insult')) || (has('d.reply') && has('d.crime', 'd.affair'))
  );
}

function mayGiveAway(has: Has): boolean {
  const matter = has('c.illness', 'c.hr-matter', 'd.affair');
  const told = (has('someone') && has('private')) || (has('c.name') && matter);
  const person = told && has('inside', 'place', 'detail', 'secret');
  const somebody = has('someone') || (has('c.occupation') && has('c.admitted', 'c.secret'));
  const anecdote = somebody && has('place') && has('detail', 'inside', 'c.named', 'c.titled');
  const organisation = has('plan') && has('secret', 'inside', 'c.picture');
  const picture = has('c.in-view', 'c.credential') || (has('c.picture') && has('c.address', 'c.care-place'));
  return person || anecdote || organisation || picture || (has('secret') && has('inside', 'someone', 'c.plan'));
}
