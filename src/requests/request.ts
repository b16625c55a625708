/**
 * Everything a member can ask, as one closed union. A sentence becomes one by `read-sentence.ts`, a pressed button by
 * `read-press.ts`; both are called by `teams/read-activity.ts` and nowhere else.
 */
export type Request =
  | { readonly kind: 'ask-policy'; readonly question: string }
  | { readonly kind: 'check-draft'; readonly draft: string; readonly platform?: string }
  | { readonly kind: 'unreadable' };
