import { checkFormCard } from '../cards/check-form.ts';
import { draftVerdictCard, type VerdictWords } from '../cards/draft-verdict.ts';
import { checkDraft as check } from '../drafts/check.ts';
import { type CheckedDraft, type Draft, type Platform, platforms } from '../drafts/finding.ts';
import { mendDraft } from '../drafts/mend.ts';
import { platformAdvice } from '../drafts/platform-advice.ts';
import type { RuleBook } from '../drafts/rule-book.ts';
import type { Context, Handler } from './context.ts';
import { replaceCard, say, showCard } from './reply.ts';

/** Longer texts are not taken at once: Teams itself cuts messages far below. */
const longestDraft = 100_000;

export const openCheckForm: Handler<'open-check-form'> = (_request, context) =>
  context.switches.draftCheck ? showCard(checkFormCard()) : turnedOff(context);

/** Judges a draft. Nothing of it is kept or logged (B10); only how often each rule fires is counted, over many people. */
export const checkDraft: Handler<'check-draft'> = ({ draft: text, platform }, context, turn) => {
  if (!context.switches.draftCheck) return turnedOff(context);
  if (text.trim() === '') return showCard(checkFormCard());
  if (text.length > longestDraft)
    return say('That is too long to check at once', [
      `It has ${text.length.toLocaleString('en-GB')} characters; I take ${longestDraft.toLocaleString('en-GB')}. Nothing was stored. Check it in parts.`,
    ]);
  const draft = { text, ...(isPlatform(platform) ? { platform } : {}) };
  const checked = withPictures(check(draft, context.organisation.rules), turn.attachments.length > 0);
  // Speaking up is recorded nowhere, not even in a sum (B8).
  if (checked.protection !== 'protected-disclosure')
    context.ruleCounts.note(
      turn.actor.oid,
      checked.findings.map(({ rule }) => rule),
    );
  return replaceCard(
    draftVerdictCard(draft, checked, {
      ...verdictWords(context, checked.protection),
      platform: platformAdvice(draft, context.organisation.platforms),
      mended: mendedWording(draft, checked, context.organisation.rules),
    }),
  );
};

/** A wording that mends the draft, only where the mended one is found to need nothing more; never for what must not be posted. */
function mendedWording(draft: Draft, checked: CheckedDraft, rules: RuleBook): string | null {
  if (checked.verdict === 'stop' || checked.verdict === 'ok') return null;
  const mended = mendDraft(draft.text, checked, rules)?.text;
  if (mended === undefined) return null;
  return ['ok', 'advice'].includes(check({ ...draft, text: mended }, rules).verdict) ? mended : null;
}

/** A picture that came with the draft is something that the check did not see (B2). */
function withPictures(checked: CheckedDraft, pictures: boolean): CheckedDraft {
  return !pictures || checked.notChecked.includes('image')
    ? checked
    : { ...checked, notChecked: ['image', ...checked.notChecked] };
}

const isPlatform = (name: string | undefined): name is Platform =>
  (platforms as readonly (string | undefined)[]).includes(name);

function verdictWords(
  { organisation }: Context,
  protection: 'protected-disclosure' | 'trade-union' | null,
): Omit<VerdictWords, 'mended' | 'platform'> {
  return {
    ruleTitles: organisation.ruleTitles,
    conductClause: organisation.conductClause,
    protection: protection === null ? null : organisation.support.protections[protection],
    communications: organisation.support.communications,
  };
}

export function turnedOff(context: Context) {
  const { communications } = context.organisation.support;
  return say(
    'The draft check is turned off',
    communications === null ? [] : [`Ask ${communications.name}: ${communications.reach}.`],
  );
}
