/** How long a question lends its subject to the next one. */
const lifetimeMs = 10 * 60_000;
/** Conversations remembered at most; the longest silent one is forgotten first. */
const most = 10_000;

/** The last question of each conversation, held in memory only: "and for managers?" follows on from it. */
export class FollowUps {
  readonly #last = new Map<string, { readonly question: string; readonly at: number }>();

  previous(conversationId: string, now: Date): string | undefined {
    const last = this.#last.get(conversationId);
    return last !== undefined && now.getTime() - last.at <= lifetimeMs ? last.question : undefined;
  }

  remember(conversationId: string, question: string, now: Date): void {
    this.#last.delete(conversationId);
    this.#last.set(conversationId, { question, at: now.getTime() });
    const oldest = this.#last.keys().next().value;
    if (this.#last.size > most && oldest !== undefined) this.#last.delete(oldest);
  }
}
