import { clockTime } from '../cards/clause-view.ts';
import type { Refusal } from '../casework/casework.ts';
import { say } from './reply.ts';
import type { Reply } from './turn.ts';

/**
 * A refusal in words for whoever pressed. `not-found` says the same whether there is no such incident or they must not
 * know of it.
 */
export function sayRefusal(refusal: Refusal): readonly Reply[] {
  const { headline, lines } = refusalWords(refusal);
  return say(headline, lines);
}

/** The same words without a card: for the tab, and for notices that stay beside a form. */
export function refusalWords(refusal: Refusal): { readonly headline: string; readonly lines: readonly string[] } {
  switch (refusal.kind) {
    case 'not-found':
      return words('I found nothing under that reference', 'Check the reference. Nothing was done.');
    case 'not-yours':
      return words('Your role cannot do this', 'Nothing was done. If you think that is wrong, ask the casework team.');
    case 'stale':
      return words('This card is out of date', 'Somebody has moved it on since. Nothing was done; open it again.');
    case 'bad-inputs':
      return words('Something is missing', ...refusal.problems.map(({ problem }) => problem));
    case 'separation':
      return words(
        'Somebody else has to do this',
        `Whoever did the ${refusal.done} of an incident cannot also do the ${refusal.duty}. Nothing was done.`,
      );
    case 'handed-on':
      return words(
        'Done, and passed on',
        `${refusal.reference} goes on with somebody else now. You can no longer open it, and its deadlines stay as they were.`,
      );
    case 'directory-down':
      return words(
        'I cannot ask the staff directory right now',
        'Nothing was done and nothing is lost. Please try again in a few minutes.',
      );
    case 'too-many-tries':
      return words(
        'Too many tries',
        `For safety I wait until ${clockTime(refusal.againAt)} before I look up another code. A new report can be made at any time.`,
      );
  }
}

const words = (headline: string, ...lines: readonly string[]) => ({ headline, lines });
