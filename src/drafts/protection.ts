import type { Protection } from './finding.ts';
import { marksBySentence, marksOfDraft } from './marks.ts';
import type { Reading } from './reading.ts';

/** What a worker may be speaking up about (Employment Rights Act 1996, section 43B), as marks of the disrepute rule. */
const wrongs = ['d.danger', 'd.cover-up', 'd.unlawful', 'd.harassment'] as const;
/** From where the writer speaks: their own work. */
const atWork = [
  'd.insider',
  'd.nhs',
  'd.own',
  'd.leader',
  'd.manager',
  'd.team',
  'd.provider',
  'c.care-place',
] as const;
const tellings = ['d.raised', 'd.insider', 'd.own'] as const;

/**
 * Whether a draft speaks up about danger, wrongdoing or harassment at work, or is trade union activity; null when neither.
 * Fiction, and a wrong said of one named person without any sign that it was seen or raised, are not speaking up.
 */
export function protectionOf(reading: Reading): Protection | null {
  return reading.once('protection', () => {
    if (isDisclosure(reading)) return 'protected-disclosure';
    return isUnionActivity(reading) ? 'trade-union' : null;
  });
}

function isDisclosure(reading: Reading): boolean {
  const marks = marksOfDraft(reading);
  const has = (names: readonly string[]) => names.some((name) => marks.has(name));
  const told = wrongs.filter((wrong) => marks.has(wrong));
  if (told.length === 0 || has(['c.fiction']) || !has(atWork)) return false;
  if (marks.has('d.raised')) return true;
  if (has(['d.link', 'd.smirk', 'd.insult', 'd.affair']) || accusesByName(reading)) return false;
  if (told.length > 1) return has(tellings);
  return saidOwnWork(reading, told);
}

/** A handle, or a name and surname, stands in the sentence of the wrong. */
function accusesByName(reading: Reading): boolean {
  const met = marksBySentence(reading).filter((marks) => wrongs.some((wrong) => marks.met.has(wrong)));
  return met.some((marks) => marks.met.has('d.reply') || marks.met.has('c.named'));
}

/** The wrong is told in a sentence that also speaks of the writer's own work, or beside one that does. */
function saidOwnWork(reading: Reading, told: readonly string[]): boolean {
  const marks = marksBySentence(reading);
  return marks.some(({ met }, index) => {
    if (!told.some((wrong) => met.has(wrong) && wrong !== 'd.unlawful')) return false;
    return [index - 1, index, index + 1].some((near) => tellings.some((mark) => marks[near]?.met.has(mark)));
  });
}

/** Pay, ballots, strikes and pickets; a post that only runs down a union representative is not. */
function isUnionActivity(reading: Reading): boolean {
  return reading.hits('disrepute', 'union').filter((hit) => !hit.quoted).length > 1;
}

/** Personal abuse is no part of union activity or of a belief. */
export function isAbusive(reading: Reading): boolean {
  return marksBySentence(reading).some(
    ({ met }) =>
      met.has('d.insult') &&
      ['d.leader', 'd.manager', 'd.team', 'd.reply', 'd.patient', 'c.named'].some((mark) => met.has(mark)),
  );
}
