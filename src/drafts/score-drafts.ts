import { type CheckedDraft, type RuleId, ruleIds, type Verdict, verdicts } from './finding.ts';

/** A draft with what a person says should be found. */
export interface LabelledDraft {
  readonly id: string;
  readonly text: string;
  readonly platform?: string;
  /** Must be raised. */
  readonly rules: readonly RuleId[];
  /** May be raised without penalty. */
  readonly also_acceptable?: readonly RuleId[];
  /** Exact substrings at fault. */
  readonly spans?: readonly string[];
  readonly verdict: Verdict;
  /** A near miss or a hidden breach. */
  readonly hard?: boolean;
}

export interface RuleScore {
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Shares are from 0 to 1. `heldBack` is a clean draft that got `change` or `stop`; `falseAlarm` also counts advice. */
export interface DraftScores {
  readonly drafts: number;
  readonly rules: Readonly<Record<RuleId, RuleScore>>;
  readonly macroF1: number;
  readonly clean: { readonly drafts: number; readonly heldBack: number; readonly falseAlarms: number };
  readonly hardClean: { readonly drafts: number; readonly heldBack: number; readonly falseAlarms: number };
  readonly verdicts: number;
  readonly spanHits: number;
  /** Drafts where a rule was missed, falsely raised, or the verdict differs: for people to read. */
  readonly mistakes: readonly DraftMistake[];
}

export interface DraftMistake {
  readonly id: string;
  readonly missed: readonly RuleId[];
  readonly falselyRaised: readonly RuleId[];
  readonly verdict: Verdict;
  readonly wanted: Verdict;
}

/** Scores `check` on labelled drafts, by the labelling rules of the evaluation sets. */
export function scoreDrafts(
  drafts: readonly LabelledDraft[],
  check: (draft: LabelledDraft) => CheckedDraft,
): DraftScores {
  const results = drafts.map((draft) => judge(draft, check(draft)));
  const rules = Object.fromEntries(ruleIds.map((id) => [id, ruleScore(results, id)])) as Record<RuleId, RuleScore>;
  const present = ruleIds.filter((id) => drafts.some((draft) => draft.rules.includes(id)));
  const wanted = results.reduce((sum, one) => sum + one.spans.wanted, 0);
  return {
    drafts: drafts.length,
    rules,
    macroF1: present.reduce((sum, id) => sum + rules[id].f1, 0) / Math.max(1, present.length),
    clean: cleanScore(results.filter((one) => one.draft.rules.length === 0)),
    hardClean: cleanScore(results.filter((one) => one.draft.rules.length === 0 && one.draft.hard === true)),
    verdicts: share(results.filter((one) => one.verdictRight).length, results.length),
    spanHits: share(
      results.reduce((sum, one) => sum + one.spans.hit, 0),
      wanted,
    ),
    mistakes: results
      .filter((one) => one.missed.length + one.falselyRaised.length > 0 || !one.verdictRight)
      .map(({ draft, missed, falselyRaised, checked }) => ({
        id: draft.id,
        missed,
        falselyRaised,
        verdict: checked.verdict,
        wanted: draft.verdict,
      })),
  };
}

interface Judged {
  readonly draft: LabelledDraft;
  readonly checked: CheckedDraft;
  readonly raised: ReadonlySet<RuleId>;
  readonly missed: readonly RuleId[];
  readonly falselyRaised: readonly RuleId[];
  readonly verdictRight: boolean;
  readonly spans: { readonly wanted: number; readonly hit: number };
}

function judge(draft: LabelledDraft, checked: CheckedDraft): Judged {
  const raised = new Set(checked.findings.map((finding) => finding.rule));
  const acceptable = draft.also_acceptable ?? [];
  const required = checked.findings.filter((finding) => !acceptable.includes(finding.rule));
  return {
    draft,
    checked,
    raised,
    missed: draft.rules.filter((rule) => !raised.has(rule)),
    falselyRaised: [...raised].filter((rule) => !draft.rules.includes(rule) && !acceptable.includes(rule)),
    verdictRight: checked.verdict === draft.verdict || gravest(required.map((one) => one.severity)) === draft.verdict,
    spans: spanHits(draft, checked),
  };
}

/** A wanted span is hit when a finding of a wanted rule covers half of it, or lies within it. */
function spanHits(draft: LabelledDraft, checked: CheckedDraft): { wanted: number; hit: number } {
  const found = checked.findings.filter((one) => draft.rules.includes(one.rule)).flatMap((one) => one.spans);
  const wanted = (draft.spans ?? []).map((text) => ({
    start: draft.text.indexOf(text),
    end: draft.text.indexOf(text) + text.length,
  }));
  const hit = wanted.filter(({ start, end }) =>
    found.some((span) => {
      const common = Math.min(end, span.end) - Math.max(start, span.start);
      return common > 0 && common * 2 >= Math.min(end - start, span.end - span.start);
    }),
  );
  return { wanted: wanted.length, hit: hit.length };
}

function ruleScore(results: readonly Judged[], id: RuleId): RuleScore {
  const found = results.filter((one) => one.draft.rules.includes(id) && one.raised.has(id)).length;
  const missed = results.filter((one) => one.missed.includes(id)).length;
  const falseAlarms = results.filter((one) => one.falselyRaised.includes(id)).length;
  const precision = share(found, found + falseAlarms);
  const recall = share(found, found + missed);
  return { found, missed, falseAlarms, precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

function cleanScore(results: readonly Judged[]): DraftScores['clean'] {
  const held = results.filter((one) => one.checked.verdict === 'change' || one.checked.verdict === 'stop').length;
  const alarmed = results.filter((one) => one.falselyRaised.length > 0).length;
  return { drafts: results.length, heldBack: share(held, results.length), falseAlarms: share(alarmed, results.length) };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

const gravest = (all: readonly Verdict[]): Verdict =>
  all.reduce<Verdict>((worst, one) => (verdicts.indexOf(one) > verdicts.indexOf(worst) ? one : worst), 'ok');
