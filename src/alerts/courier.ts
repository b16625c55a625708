/** What an alert says: nothing about a person or a case (E1). */
export interface AlertNotice {
  readonly alertId: string;
  /** The incident's public reference ("CIP-7Q4K-93"). */
  readonly reference: string;
  /** What is asked, in words that fit every incident: "A new report waits for you." */
  readonly ask: string;
  /** Whether it tells somebody who works on it, or the reporter. */
  readonly for: 'staff' | 'reporter';
  /** ISO instant by which it is wanted, or null. */
  readonly by: string | null;
}

export const channels = ['personal-chat', 'activity-feed', 'casework-channel', 'email'] as const;
export type Channel = (typeof channels)[number];

/** What a channel said. `unreachable`: never retry here, go to the next channel. `later`: try again, after at least so many ms. */
export type Delivery =
  | { readonly outcome: 'delivered'; readonly messageId: string | null }
  | { readonly outcome: 'unreachable'; readonly reason: 'blocked' | 'not-installed' | 'gone' | 'refused' }
  | { readonly outcome: 'later'; readonly afterMs: number | null };

/** One way to reach a person (by Entra object id). Never throws for what a channel can answer. */
export interface Courier {
  readonly channel: Channel;
  deliver(oid: string, notice: AlertNotice): Promise<Delivery>;
}
