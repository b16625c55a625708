import type { ClauseId } from '../policy/clause.ts';

export const ruleIds = [
  'disrepute',
  'confidentiality',
  'copyright',
  'discrimination',
  'bullying',
  'disclaimer',
  'flippant-or-inaccurate',
  'impartiality',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** From the mildest to the gravest. `ok` is not approval: nothing in the conduct rules matched. */
export const verdicts = ['ok', 'advice', 'change', 'stop'] as const;
export type Verdict = (typeof verdicts)[number];
/** What one finding asks for; the verdict is the gravest severity among the findings. */
export type Severity = Exclude<Verdict, 'ok'>;

/** UTF-16 offsets into the draft as pasted: `draft.slice(start, end) === text`, always. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Finding {
  readonly rule: RuleId;
  readonly clause: ClauseId;
  readonly severity: Severity;
  readonly spans: readonly Span[];
  /** One plain sentence: why these words. Never repeats an identifier in full. */
  readonly message: string;
  /** What to write instead, or the question to answer first. */
  readonly suggestion: string;
}

export const platforms = [
  'x',
  'facebook',
  'linkedin',
  'instagram',
  'tiktok',
  'whatsapp',
  'reddit',
  'youtube',
  'blog',
  'teams',
  'other',
] as const;
export type Platform = (typeof platforms)[number];

export interface Draft {
  readonly text: string;
  readonly platform?: Platform;
}

/** What the check could not look at, said on the card (B2). */
export const blindSpots = ['image', 'link', 'other-language', 'too-long'] as const;
export type BlindSpot = (typeof blindSpots)[number];

/** A draft that gets words of its own instead of a breach (B8, B9). */
export type Protection = 'protected-disclosure' | 'trade-union';

export interface CheckedDraft {
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly notChecked: readonly BlindSpot[];
  readonly protection: Protection | null;
}
