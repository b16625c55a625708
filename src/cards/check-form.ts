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

/** The box to paste a draft into; `draft` fills it beforehand. */
export function checkFormCard(draft = ''): FilledCard {
  return fillCard('check-form', { draft, platforms: platformChoices });
}
