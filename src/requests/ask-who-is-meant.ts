import { choosePersonCard, nobodyKnown } from '../cards/choose-person.ts';
import { findPeople } from '../casework/find-people.ts';
import type { Receipt } from '../casework/receipt.ts';
import { sayWhoIsMeant } from '../casework/say-who-is-meant.ts';
import type { NamedPerson } from '../incidents/report-form.ts';
import type { Context, Handler } from './context.ts';
import { replaceCard, showCard } from './reply.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply, Turn } from './turn.ts';
import { viewReport } from './view-report.ts';
import { personChoice, viewerOf } from './viewer.ts';

/**
 * Offers the people whom a typed name can mean as a choice, once the report is stored. Nobody has to choose: until it is
 * settled each of them is kept out.
 */
export async function askWhoIsMeant(
  { reference, code, differs }: Receipt,
  subjects: readonly NamedPerson[],
  { casework }: Context,
  { actor }: Turn,
): Promise<readonly Reply[]> {
  if (differs) return [];
  for (const { name, oid } of subjects) {
    if (oid !== null) continue;
    const found = await findPeople(casework, actor, name);
    const others = found.ok ? found.value.filter((person) => person.oid !== actor.oid) : [];
    if (others.length === 0 || (others.length === 1 && isSame(others[0]?.name ?? '', name))) continue;
    return showCard(
      choosePersonCard({
        name,
        why: 'If you say who is meant, that person and the managers above them are kept out, and nobody else by mistake. Your report is sent already: you need not answer.',
        people: others.map(personChoice),
        confirm: { title: 'This is who I mean', verb: 'say-who', data: { reference, code: code ?? '', name } },
        back: [],
      }),
    );
  }
  return [];
}

/** The reporter has chosen. */
export const sayWho: Handler<'say-who'> = async ({ reference, code, name, person }, context, turn) => {
  const oid = person === nobodyKnown ? null : person;
  const settled = await sayWhoIsMeant(context.casework, turn.actor, reference, { name, oid }, { code });
  return settled.ok
    ? replaceCard(
        viewReport(settled.value, code, viewerOf(context, turn), 'Thank you. The right people are kept out of it now.'),
      )
    : sayRefusal(settled.refusal);
};

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
