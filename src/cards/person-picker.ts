export interface PersonChoice {
  /** Entra object id. */
  readonly value: string;
  /** "Tom Ashdown, Engagement officer". */
  readonly title: string;
}

/** A field in which people are picked. In Teams the client itself searches the directory; else it is a list that can be filtered. */
export interface PersonPicker {
  readonly id: string;
  readonly label: string;
  readonly search: boolean;
  readonly people: readonly PersonChoice[];
}
