import { paragraphs } from '../cards/clause-view.ts';
import { noticeCard } from '../cards/notice.ts';
import { openEvidence as open } from '../casework/evidence.ts';
import { listEvidence } from '../casework/list-evidence.ts';
import type { Evidence } from '../incidents/incident.ts';
import type { Context, Handler } from './context.ts';
import { isPicture, isShown, sizeWords, typeWords } from './evidence-words.ts';
import { say, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { OfferedFile, Reply } from './turn.ts';

/** Shows a picture or a short text; an audited read. Anything else is offered as a copy. */
export const openEvidence: Handler<'open-evidence'> = async ({ reference, id }, context, { actor }) => {
  const opened = await open(context.casework, actor, reference, id);
  if (!opened.ok) return sayRefusal(opened.refusal);
  const file = opened.value;
  if (!isShown(file)) return offer(file, reference, context);
  if (isPicture(file)) {
    const picture = { type: file.type, bytes: file.bytes };
    const card = noticeCard(`A picture of ${reference}`, [
      `${file.name}, ${sizeWords(file.size)}. You looking at it is on record.`,
    ]);
    return [{ kind: 'picture', card, picture, otherwise: offered(file, reference) }];
  }
  const lines = paragraphs(new TextDecoder().decode(file.bytes));
  return showCard(noticeCard(`A file of ${reference}`, [`${file.name}, word for word:`, ...lines.slice(0, 200)]));
};

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
  const how =
    personas === null
      ? 'I can put a copy into your own OneDrive, if you say yes. Taking it is on record.'
      : 'In Teams you are offered a copy in your own OneDrive. This local chat client cannot take files.';
  const card = noticeCard('The chat cannot show this file', [about, how]);
  return personas === null ? [{ kind: 'offer-file', card, file: offered(file, reference) }] : showCard(card);
}

function offered({ id, name, size }: Evidence, reference: string): OfferedFile {
  return {
    name,
    size,
    about: `Evidence of ${reference}. The copy is yours to keep safe, and to delete.`,
    data: { reference, id },
  };
}
