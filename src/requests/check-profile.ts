import { profileFormCard } from '../cards/check-form.ts';
import { profileVerdictCard } from '../cards/profile-verdict.ts';
import { checkDraft as check } from '../drafts/check.ts';
import { checkProfile as readProfile } from '../drafts/disclaimer-wording.ts';
import { Reading } from '../drafts/reading.ts';
import { turnedOff } from './check-draft.ts';
import type { Handler } from './context.ts';
import { replaceCard, showCard } from './reply.ts';

/** Longer texts are no profile of any platform; the rest is left unread. */
const longest = 10_000;

export const openProfileForm: Handler<'open-profile-form'> = (_request, context) =>
  context.switches.draftCheck ? showCard(profileFormCard()) : turnedOff(context);

/** Tells the exact, a near and no disclaimer apart (6.1.2). Nothing of the profile is kept. */
export const checkProfile: Handler<'check-profile'> = ({ draft }, context) => {
  if (!context.switches.draftCheck) return turnedOff(context);
  if (draft.trim() === '') return showCard(profileFormCard());
  const profile = { text: draft.slice(0, longest) };
  const { rules } = context.organisation;
  const { clause } = rules.rules.disclaimer;
  const findings = check(profile, rules).findings.filter(({ rule }) => rule !== 'disclaimer');
  const { wording, sentence } = readProfile(new Reading(profile, rules));
  return replaceCard(profileVerdictCard(profile.text, wording, { text: sentence, clause }, findings.length));
};
