import { clockTime, longDate } from '../cards/clause-view.ts';
import { evidenceCard } from '../cards/evidence.ts';
import { listEvidence } from '../casework/list-evidence.ts';
import type { Handler } from './context.ts';
import { isShown, sizeWords, typeWords } from './evidence-words.ts';
import { replaceCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';

/** What evidence there is: type, size, hash, when and by whom. Nothing of a file is read for it. */
export const showEvidence: Handler<'show-evidence'> = async ({ reference, from }, { casework }, { actor }) => {
  const listed = await listEvidence(casework, actor, reference);
  if (!listed.ok) return sayRefusal(listed.refusal);
  const files = listed.value.files.map(({ id, name, type, size, sha256, at, by, from }) => ({
    ...{ id, name, sha256, shown: isShown({ type, size }) },
    about: `${typeWords(type)}, ${sizeWords(size)}`,
    added: `Added by ${by === 'The reporter' ? 'the reporter' : by} on ${longDate(at)}, ${clockTime(at)}${from === null ? '' : `: ${from}`}`,
  }));
  return replaceCard(evidenceCard(listed.value.reference, files, from));
};
