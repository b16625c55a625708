import type { FilledCard } from '../cards/fill.ts';
import { type Button, noticeCard } from '../cards/notice.ts';
import type { Reply } from './turn.ts';

/** A new card in the conversation. */
export const showCard = (card: FilledCard): readonly Reply[] => [{ kind: 'card', card }];

/** The pressed card gives way to this one; after a typed message it is simply shown. */
export const replaceCard = (card: FilledCard): readonly Reply[] => [{ kind: 'replace', card }];

/** The same for good: what has been sent does not ask to be sent again. Not for a card that renews itself, which would never rest. */
export const replaceForGood = (card: FilledCard): readonly Reply[] => [{ kind: 'replace', card, lasting: true }];

/** A headline and a few plain lines. */
export const say = (
  headline: string,
  lines: readonly string[] = [],
  buttons: readonly Button[] = [],
): readonly Reply[] => showCard(noticeCard(headline, lines, { buttons }));
