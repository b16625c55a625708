import { choosePersonCard, nobodyKnown } from '../cards/choose-person.ts';
import { reportStatus } from '../casework/my-reports.ts';
import { type GivenPart, type OpenName, openNames } from '../casework/open-names.ts';
import type { Receipt } from '../casework/receipt.ts';
import { sayWhoIsMeant } from '../casework/say-who-is-meant.ts';
import type { Context, Handler } from './context.ts';
import { replaceCard, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply, Turn } from './turn.ts';
import { viewReport } from './view-report.ts';
import { personChoice, viewerOf } from './viewer.ts';

/**
 * Offers the people whom a typed name may mean as a choice, once the report is stored; one name after the other. Nobody has
 * to choose: until it is settled each of them is kept out.
 */
export async function askWhoIsMeant(
  { reference, code, differs }: Receipt,
  { casework }: Context,
  { actor }: Turn,
): Promise<readonly Reply[]> {
  if (differs) return [];
  const names = await openNames(casework, actor, reference, { code: code ?? '' });
  const [first] = names.ok ? names.value : [];
  return first === undefined ? [] : showCard(whoCard(first, { reference, code: code ?? '', skip: 0 }));
}

/** The reporter has chosen, or leaves a name open: the next one is asked about, and at the end the report is shown. */
export const sayWho: Handler<'say-who'> = async ({ reference, code, part, name, person, skip }, context, turn) => {
  const leaves = person === leftOpen;
  if (!leaves) {
    const oid = person === nobodyKnown ? null : person;
    const settled = await sayWhoIsMeant(context.casework, turn.actor, reference, { part, name, oid }, { code });
    if (!settled.ok) return sayRefusal(settled.refusal);
  }
  const names = await openNames(context.casework, turn.actor, reference, { code });
  if (!names.ok) return sayRefusal(names.refusal);
  const skipped = leaves ? skip + 1 : skip;
  const next = names.value[skipped];
  if (next !== undefined) return replaceCard(whoCard(next, { reference, code, skip: skipped }));
  return showStatus(reference, code, skipped, context, turn);
};

async function showStatus(
  reference: string,
  code: string,
  skipped: number,
  context: Context,
  turn: Turn,
): Promise<readonly Reply[]> {
  const status = await reportStatus(context.casework, turn.actor, reference, { code });
  if (!status.ok) return sayRefusal(status.refusal);
  const notice = skipped === 0 ? 'Thank you. The right people are kept out of it now.' : keptOut;
  return replaceCard(viewReport(status.value, code, viewerOf(context, turn), notice));
}

/** What stands for a name that its reporter does not want to settle. */
const leftOpen = 'left-open';
const keptOut = 'Thank you. Until a name is clear, everybody whom it may mean is kept out.';

const stands: Readonly<Record<GivenPart, string>> = {
  subject: 'for who did it',
  target: 'for the colleague it was aimed at',
  witness: 'for who saw it',
};

function whoCard(
  { part, name, people }: OpenName,
  back: { readonly reference: string; readonly code: string; readonly skip: number },
) {
  const data = { ...back, part, name };
  return choosePersonCard({
    name,
    why: ` ${stands[part]}. If you say who is meant, that person and the managers above them are kept out, and nobody else by mistake. Your report is sent already: you need not answer.`,
    people: people.map(personChoice),
    confirm: { title: 'This is who I mean', verb: 'say-who', data },
    back: [{ title: 'Leave it open', verb: 'say-who', data: { ...data, person: leftOpen } }],
  });
}
