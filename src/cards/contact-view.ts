/** Somebody to turn to, as the organisation configured them: "Information Governance Team", "blmkicb.ig@nhs.net". */
export interface ContactView {
  readonly name: string;
  readonly reach: string;
}
