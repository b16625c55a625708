import type { DisclaimerWording } from '../drafts/disclaimer-wording.ts';
import { type FilledCard, fillCard } from './fill.ts';

const words: Record<DisclaimerWording, { headline: string; explanation: string }> = {
  exact: {
    headline: 'Your profile carries the disclaimer',
    explanation: 'It has the wording of the policy, word for word.',
  },
  near: {
    headline: 'Your profile says something like the disclaimer',
    explanation:
      'The policy asks for a certain wording. Yours means much the same; the words below are the ones it gives.',
  },
  absent: {
    headline: 'Your profile has no disclaimer',
    explanation:
      'If you say that you work for the organisation, the policy says you should carry this wording. It is advice about your profile, not a breach.',
  },
};

/** How a personal profile stands to the disclaimer, with the exact text to copy where it is not there yet. */
export function profileVerdictCard(
  profile: string,
  found: DisclaimerWording,
  wanted: { readonly text: string; readonly clause: string },
  findings: number,
): FilledCard {
  return fillCard('profile-verdict', {
    ...words[found],
    wording: found === 'exact' ? [] : [wanted.text],
    clause: wanted.clause,
    others: findings === 0 ? '' : 'Other words in it are worth a look: check it as a draft too.',
    again: findings === 0 ? [] : [{ draft: profile.slice(0, 3_000) }],
  });
}
