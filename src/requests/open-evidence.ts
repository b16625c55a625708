import { paragraphs } from '../cards/clause-view.ts';
import { noticeCard } from '../cards/notice.ts';
import { pictureCard } from '../cards/picture.ts';
import { type OpenedEvidence, openEvidence as open } from '../casework/evidence.ts';
import { listEvidence } from '../casework/list-evidence.ts';
import type { Evidence } from '../incidents/incident.ts';
import type { Context, Handler } from './context.ts';
import { isPicture, isShown, largestInside, sizeWords, typeWords } from './evidence-words.ts';
import { say, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { OfferedFile, Reply } from './turn.ts';

/** Shows a picture or a short text; an audited read. Anything else is offered as a copy. */
export const openEvidence: Handler<'open-evidence'> = async ({ reference, id }, context, { actor }) => {
  const opened = await open(context.casework, actor, reference, id);
  if (!opened.ok) return sayRefusal(opened.refusal);
  const file = opened.value;
  if (!isShown(file)) return offer(file, reference, context);
  if (isPicture(file)) return show(file, reference, context);
  const lines = paragraphs(new TextDecoder().decode(file.bytes));
  return showCard(noticeCard(`A file of ${reference}`, [`${file.name}, word for word:`, ...lines.slice(0, 100)]));
};

function show({ bytes, ...file }: OpenedEvidence, reference: string, { personas }: Context): readonly Reply[] {
  if (personas !== null && file.size > largestInside) return tooLargeHere(file);
  const picture = { type: file.type, bytes };
  const about = `${file.name}, ${sizeWords(file.size)}. That you looked at it is on record.`;
  const card = pictureCard({ reference, name: file.name, about, inside: personas === null ? null : picture });
  if (personas !== null) return showCard(card);
  return [{ kind: 'picture', card, picture, otherwise: offered(file, reference) }];
}

/** Offers a copy of what the chat cannot show. Nothing of it is read before they say yes. */
export const copyEvidence: Handler<'copy-evidence'> = async ({ reference, id }, context, { actor }) => {
  const listed = await listEvidence(context.casework, actor, reference);
  if (!listed.ok) return sayRefusal(listed.refusal);
  const file = listed.value.files.find((one) => one.id === id);
  return file === undefined ? sayRefusal({ kind: 'not-found' }) : offer(file, reference, context);
};

/** They said yes: who they are and what they may see is looked up anew, and the reading is on record. */
export const takeEvidence: Handler<'take-evidence'> = async ({ reference, id }, { casework }, { actor }) => {
  const opened = await open(casework, actor, reference, id);
  if (!opened.ok) return sayRefusal(opened.refusal);
  const { name, bytes } = opened.value;
  return [
    {
      kind: 'file',
      card: noticeCard('Your copy', [`${name} lies in your OneDrive now. Delete it when you are done.`]),
      name,
      bytes,
    },
  ];
};

export const leaveEvidence: Handler<'leave-evidence'> = () =>
  say('Nothing was copied', ['The file stays where it is, sealed.']);

function offer(file: Evidence, reference: string, { personas }: Context): readonly Reply[] {
  const about = `${file.name} is a ${typeWords(file.type)} of ${sizeWords(file.size)}.`;
  if (personas !== null) return tooLargeHere(file);
  const how = 'I can put a copy into your own OneDrive, if you say yes. Taking it is on record.';
  return [
    {
      kind: 'offer-file',
      card: noticeCard('The chat cannot show this file', [about, how]),
      file: offered(file, reference),
    },
  ];
}

function tooLargeHere({ name, type, size }: Pick<Evidence, 'name' | 'type' | 'size'>): readonly Reply[] {
  return say('This chat client cannot show the file', [
    `${name} is a ${typeWords(type)} of ${sizeWords(size)}.`,
    'Teams shows pictures up to 1 MB, and offers a copy of everything else in your own OneDrive. The local chat client can do neither.',
  ]);
}

function offered({ id, name, size }: Evidence, reference: string): OfferedFile {
  return {
    name,
    size,
    about: `Evidence of ${reference}. The copy is yours to keep safe, and to delete.`,
    data: { reference, id },
  };
}
