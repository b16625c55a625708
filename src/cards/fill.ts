/** A card ready to be sent: the Adaptive Card 1.5 JSON, and the same said in plain text for clients that show no cards (G5). */
export interface FilledCard {
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly text: string;
}
