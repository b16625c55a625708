import type { CardContent, FilledCard } from './fill.ts';

type Node = Readonly<Record<string, unknown>>;

/** Most buttons that a card may have. */
const mostActions = 6;

/**
 * Cards as one dialog shows them: one above the other, in the order given. A dialog knows Action.Submit only, so each
 * Action.Execute gives way to its fall-back, which carries its verb in the data.
 */
export function dialogCard(cards: readonly FilledCard[]): CardContent {
  const [first, ...others] = cards.map(({ content }) => submitOnly(content) as Node);
  if (first === undefined) throw new Error('a dialog needs at least one card');
  if (others.length === 0) return first;
  return {
    ...first,
    body: [
      ...listOf(first.body),
      ...others.map(({ body }) => ({ type: 'Container', separator: true, spacing: 'Large', items: listOf(body) })),
    ],
    // The last card is the answer; those before it are what has to be seen first.
    actions: [...others, first].flatMap(({ actions }) => listOf(actions)).slice(0, mostActions),
    speak: cards.map(({ content }) => content.speak).join(' '),
    fallbackText: cards.map(({ content }) => content.fallbackText).join('\n'),
  };
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function submitOnly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(submitOnly);
  if (typeof node !== 'object' || node === null) return node;
  const { type, fallback } = node as Node;
  if (type === 'Action.Execute') return fallback;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === 'data' || key === 'value' ? value : submitOnly(value)]),
  );
}
