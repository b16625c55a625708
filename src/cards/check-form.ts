import { type FilledCard, fillCard } from './fill.ts';

const platformChoices = [
  { title: 'X (Twitter)', value: 'x' },
  { title: 'Facebook', value: 'facebook' },
  { title: 'LinkedIn', value: 'linkedin' },
  { title: 'Instagram', value: 'instagram' },
  { title: 'TikTok', value: 'tiktok' },
  { title: 'WhatsApp', value: 'whatsapp' },
  { title: 'Reddit', value: 'reddit' },
  { title: 'YouTube', value: 'youtube' },
  { title: 'A blog or website', value: 'blog' },
  { title: 'Somewhere else', value: 'other' },
];

/** The box to paste a draft into. */
export function checkFormCard(): FilledCard {
  return fillCard('check-form', {
    headline: 'Check a draft',
    label: 'Your draft (required)',
    placeholder: 'Paste the words you want to post',
    verb: 'check-draft',
    platforms: platformChoices,
  });
}

/** The box to paste the words of a personal profile into. */
export function profileFormCard(): FilledCard {
  return fillCard('check-form', {
    headline: 'Check your profile',
    label: 'The words of your profile (required)',
    placeholder: 'Paste your bio',
    verb: 'check-profile',
    platforms: [],
  });
}
