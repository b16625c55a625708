import type { FilledCard } from '../../src/cards/fill.ts';
import type { Request } from '../../src/requests/request.ts';
import type { Reply, Turn } from '../../src/requests/turn.ts';

/** Just enough of a product to see what the edge does with its replies: the text or verb says what comes back. */
export const toyReaders = {
  readSentence: (text: string): Request => ({ kind: 'check-draft', draft: text }) as Request,
  readPress: (verb: string, data: unknown): Request =>
    ({ kind: 'unreadable', why: 'unknown-verb', detail: `${verb} ${JSON.stringify(data)}` }) as Request,
};

export function toyCard(text: string): FilledCard {
  return {
    name: 'notice',
    text,
    content: {
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: text,
      body: [
        { type: 'TextBlock', text, wrap: true },
        { type: 'Input.Text', id: 'note', label: 'Your note' },
      ],
      actions: [
        { type: 'Action.Execute', title: 'Replace', verb: 'replace', data: { mark: 1 } },
        { type: 'Action.Execute', title: 'Toast', verb: 'toast', associatedInputs: 'none' },
        { type: 'Action.Submit', title: 'Plain', data: { verb: 'replace' } },
      ],
    },
  };
}

export async function toyAnswer({ request }: Turn): Promise<readonly Reply[]> {
  if (request.kind === 'welcome') return [{ kind: 'card', card: toyCard('welcome') }];
  if (request.kind === 'check-draft') {
    if (request.draft === 'break') throw new Error(`broken by ${request.draft}`);
    return [{ kind: 'card', card: toyCard(`you said: ${request.draft}`) }];
  }
  if (request.kind !== 'unreadable') return [];
  const [verb = '', data = ''] = request.detail.split(/ (.*)/s);
  if (verb === 'replace') return [{ kind: 'replace', card: toyCard(`replaced with ${data}`) }];
  if (verb === 'toast') return [{ kind: 'toast', text: 'toasted' }];
  if (verb === 'card') return [{ kind: 'card', card: toyCard('a new card') }];
  if (verb === 'both')
    return [
      { kind: 'replace', card: toyCard('old') },
      { kind: 'card', card: toyCard('new') },
    ];
  if (verb === 'break') throw new Error('broken by a press');
  return [];
}
