import type { Evidence } from '../incidents/incident.ts';

const types: Readonly<Record<string, string>> = {
  'image/png': 'PNG picture',
  'image/jpeg': 'JPEG picture',
  'image/gif': 'GIF picture',
  'image/webp': 'WebP picture',
  'image/heic': 'HEIC picture',
  'image/avif': 'AVIF picture',
  'application/pdf': 'PDF document',
  'video/mp4': 'MP4 video',
  'video/quicktime': 'QuickTime video',
  'video/webm': 'WebM video',
  'audio/mpeg': 'MP3 recording',
  'audio/x-m4a': 'M4A recording',
  'audio/ogg': 'Ogg recording',
  'text/plain': 'text',
};

export function typeWords(type: string): string {
  return types[type] ?? type;
}

/** "240 KB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** What Teams takes as a picture in a message, by its own documents: these types, up to 1 MB. */
const pictures = ['image/png', 'image/jpeg', 'image/gif'];
const largestPicture = 1_000_000;
/** Bytes of a text that one card can show. */
const largestText = 6_000;
/** Bytes of a picture that the local chat client takes inside a card. */
export const largestInside = 60_000;

/** Whether the chat itself can show a file; what it cannot is offered as a copy. */
export function isShown({ type, size }: Pick<Evidence, 'type' | 'size'>): boolean {
  return isPicture({ type, size }) || (type === 'text/plain' && size <= largestText);
}

export function isPicture({ type, size }: Pick<Evidence, 'type' | 'size'>): boolean {
  return pictures.includes(type) && size <= largestPicture;
}
