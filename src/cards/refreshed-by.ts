import type { FilledCard } from './fill.ts';

/** The card as it is renewed by the clients of these people (the channel's ids), or by its button only where there are none. */
export function refreshedBy(card: FilledCard, userIds: readonly string[]): FilledCard {
  if (userIds.length > 0) return card;
  const { refresh: _refresh, ...content } = card.content;
  return { ...card, content };
}
