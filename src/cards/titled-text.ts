/** A bold title and the words that belong to it, shown as one line. */
export interface TitledText {
  readonly title: string;
  readonly text: string;
}
