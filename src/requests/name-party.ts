import { choosePersonCard, nobodyKnown } from '../cards/choose-person.ts';
import { nameParty as name } from '../casework/act-on-incident.ts';
import { findPeople } from '../casework/find-people.ts';
import type { Context, Handler } from './context.ts';
import { keepTyped } from './keep-typed.ts';
import { replaceCard } from './reply.ts';
import type { PressedRequest } from './request.ts';
import { sayRefusal } from './say-refusal.ts';
import type { Reply, Turn } from './turn.ts';
import { viewIncident } from './view-incident.ts';
import { personChoice, viewerOf } from './viewer.ts';

/**
 * Says who is involved: somebody picked, or a name as typed. A typed name that may mean people of the directory is asked
 * about, because whoever is meant must not see the incident (D3).
 */
export const nameParty: Handler<'name-party'> = async (request, context, turn) => {
  if (request.person !== '')
    return record(request, request.person === nobodyKnown ? null : request.person, context, turn);
  if (request.name.trim() === '') return keep(request, 'Pick somebody, or type a name.', context, turn);
  const found = await findPeople(context.casework, turn.actor, request.name);
  if (!found.ok) return sayRefusal(found.refusal);
  if (found.value.length === 0) return record(request, null, context, turn);
  const { reference, part } = request;
  return replaceCard(
    choosePersonCard({
      name: request.name,
      why: '. Whoever is meant, and the managers above them, will no longer see this incident.',
      people: found.value.map(personChoice),
      confirm: { title: 'Record this person', verb: 'name-party', data: { reference, part, name: request.name } },
      back: [{ title: 'Back to the incident', verb: 'refresh-incident', data: { reference } }],
    }),
  );
};

type Naming = PressedRequest & { kind: 'name-party' };

async function record(request: Naming, oid: string | null, context: Context, turn: Turn): Promise<readonly Reply[]> {
  const { reference, part } = request;
  const done = await name(context.casework, turn.actor, reference, { part, name: request.name, oid });
  if (!done.ok)
    return keepTyped({ reference, opens: 'name-party', typed: typedOf(request) }, done.refusal, context, turn);
  context.onMoved(done.value.reference);
  return replaceCard(viewIncident(done.value, viewerOf(context, turn), 'Recorded.'));
}

function keep(request: Naming, problem: string, context: Context, turn: Turn): Promise<readonly Reply[]> {
  const refusal = { kind: 'bad-inputs', problems: [{ field: 'name', problem }] } as const;
  return keepTyped(
    { reference: request.reference, opens: 'name-party', typed: typedOf(request) },
    refusal,
    context,
    turn,
  );
}

function typedOf({ part, name }: Naming) {
  return { part, name };
}
