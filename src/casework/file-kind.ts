import { fileTypeFromBuffer } from 'file-type';

/** What evidence can be: pictures, recordings, documents that hold no program. */
const kinds: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
};

/** The type of a file by its bytes, whatever its name says; null if it is none that can be taken as evidence. */
export async function fileKind(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime in kinds ? found.mime : null;
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** A name that shows in a list and holds no path, with the ending of what the file is. */
export function fileName(name: string, type: string): string {
  const ending = kinds[type] ?? 'txt';
  const base = (name.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]*$/, '');
  const plain = base
    .replace(/[^\p{L}\p{N} _-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${plain.slice(0, 60) || 'file'}.${ending}`;
}

/** Text as people write it: no control characters, no half ones, and no mark-up that a browser would run. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells a program from a text
    return !/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text) && !/^\s*(<|#!|%!|MZ)/.test(text);
  } catch {
    return false;
  }
}
