/**
 * What documents of this kind call their unnumbered parts, and the short names those go by in a citation ("control.owner").
 * A label that is not here gets a name made of its own words. First match wins.
 */
type Names = readonly (readonly [label: RegExp, name: string])[];

export const sectionNames: Names = [
  [/^document status/i, 'status'],
  [/print|sustainab/i, 'print'],
  [/^document control/i, 'control'],
  [/^(version (control|history)|revision history|change (log|history))/i, 'version'],
  [/^implementation( plan)?/i, 'plan'],
];

export const rowNames: Names = [
  [/^(document |policy )?owner/i, 'owner'],
  [/^(document |policy )?authors?\b/i, 'authors'],
  [/\b(next review|review date|review due)|^review by/i, 'next-review'],
  [/^(effective|in force|comes into force)/i, 'effective'],
  [/^(approved by|ratified by|approving (body|committee))/i, 'approved-by'],
  [/^(date of approval|approval date|approved on|date (approved|ratified))/i, 'date-of-approval'],
];

export function nameOf(label: string, names: Names): string | null {
  return names.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}
