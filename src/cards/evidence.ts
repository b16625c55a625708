import { type FilledCard, fillCard } from './fill.ts';

export interface EvidenceFile {
  readonly id: string;
  readonly name: string;
  /** "PNG picture, 240 KB". */
  readonly about: string;
  /** "Added by the reporter on 3 June 2026, 14:05". */
  readonly added: string;
  /** Hex. */
  readonly sha256: string;
  /** Whether the chat can show it; what it cannot is offered as a copy. */
  readonly shown: boolean;
}

/** Files on one card. */
const page = 6;

const keeping =
  'Each opening is recorded with your name. What is shown here stays in this chat for as long as Teams keeps chats; a copy lies in your OneDrive until you delete it.';

const addingTo = (reference: string) =>
  `To add a file that somebody gave you, send it to me in our own chat with ${reference} and whose it is in the same message.`;

/** What evidence an incident has, a page at a time from file number `from` (0 for the first). */
export function evidenceCard(reference: string, files: readonly EvidenceFile[], from = 0): FilledCard {
  const rest = files.length - from - page;
  return fillCard('evidence', {
    reference,
    summary:
      files.length === 0
        ? 'No file was added.'
        : `${files.length} ${files.length === 1 ? 'file' : 'files'}, kept as they came.`,
    files: files.slice(from, from + page).map(({ shown, ...file }) => ({
      ...file,
      button: shown ? `Show ${file.name}` : `Save a copy of ${file.name}`,
      verb: shown ? 'open-evidence' : 'copy-evidence',
    })),
    notes: [...(files.length === 0 ? [] : [keeping]), addingTo(reference)],
    more: rest > 0 ? [{ reference, from: from + page }] : [],
  });
}
