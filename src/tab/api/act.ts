import { nobodyKnown } from '../../cards/choose-person.ts';
import * as on from '../../casework/act-on-incident.ts';
import { done, type Refusal, type Result } from '../../casework/casework.ts';
import { findPeople } from '../../casework/find-people.ts';
import type { IncidentView } from '../../casework/incident-view.ts';
import { moveIncident } from '../../casework/move-incident.ts';
import { readPress } from '../../requests/read-press.ts';
import type { PressedRequest } from '../../requests/request.ts';
import { personChoice } from '../../requests/viewer.ts';
import type { Acted, ActedWords } from '../wire.ts';
import { noSuchThing, notSignedIn, ok, refuse, type TabAnswer, type TabRequest, type TabWho } from './answer.ts';
import { crisisIn } from './crisis-in.ts';
import { incidentOfPage } from './incident-of-page.ts';
import type { TabParts } from './parts.ts';

type Request<Kind extends PressedRequest['kind']> = Extract<PressedRequest, { kind: Kind }>;
type Act<Kind extends PressedRequest['kind']> = (
  request: Request<Kind>,
  who: TabWho,
  parts: TabParts,
) => Promise<Result<Acted>>;

/** What can be done to an incident from the tab: the buttons of its card in chat, with the same data and the same use cases. */
const acts = {
  'move-incident': async ({ kind: _kind, reference, move, version, ...rest }, who, { casework }) => {
    const inputs = Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
    return shown(await moveIncident(casework, who, reference, move, Object.fromEntries(inputs), version));
  },
  'add-note': async ({ reference, text }, who, { casework }) => shown(await on.addNote(casework, who, reference, text)),
  'message-reporter': async ({ reference, text }, who, { casework }) =>
    shown(await on.messageReporter(casework, who, reference, text)),
  'pause-clocks': async ({ reference, text }, who, { casework }) =>
    shown(await on.pauseClocks(casework, who, reference, text)),
  'resume-clocks': async ({ reference }, who, { casework }) => shown(await on.resumeClocks(casework, who, reference)),
  'name-party': nameParty,
  recuse: async ({ reference, text }, who, { casework }) => {
    const gone = await on.recuse(casework, who, reference, text);
    if (!gone.ok) return gone;
    const goesOn = `You can no longer open ${gone.value.reference}. It goes on with somebody else, and its deadlines stay as they were.`;
    return done({ kind: 'gone', headline: 'You have stepped back', lines: [goesOn] });
  },
} satisfies { [Kind in PressedRequest['kind']]?: Act<Kind> };

/** `{ verb, data }` as a pressed button sends them. The shapes are those of the chat's buttons, and so is the authority. */
export async function act({ body, who }: TabRequest, parts: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const request = readPress(String(body.verb ?? ''), body.data);
  if (request.kind === 'unreadable') return refuse(unreadable(request.detail));
  if (!Object.hasOwn(acts, request.kind)) return noSuchThing;
  const acted = await (acts[request.kind as keyof typeof acts] as Act<never>)(request as never, who, parts);
  // Cards that tell of the incident elsewhere are renewed, also where whoever acted sees it no more.
  const changed = acted.ok ? acted.value.kind !== 'choose' : acted.refusal.kind === 'handed-on';
  if (changed && 'reference' in request) parts.onMoved(request.reference);
  if (!acted.ok) return refuse(acted.refusal);
  const texts = Object.values(request).filter((value) => typeof value === 'string');
  return ok({ ...acted.value, crisis: crisisIn(texts.join('\n'), parts.organisation) } satisfies ActedWords);
}

function shown(result: Result<IncidentView>): Result<Acted> {
  return result.ok ? done({ kind: 'incident', page: incidentOfPage(result.value) }) : result;
}

/** A typed name that may mean people of the directory is asked about first: whoever is meant must not see the incident (D3). */
async function nameParty(
  { reference, part, name, person }: Request<'name-party'>,
  who: TabWho,
  { casework }: TabParts,
): Promise<Result<Acted>> {
  const record = async (oid: string | null) => shown(await on.nameParty(casework, who, reference, { part, name, oid }));
  if (person !== '') return record(person === nobodyKnown ? null : person);
  const found = await findPeople(casework, who, name);
  if (!found.ok) return found;
  if (found.value.length === 0) return record(null);
  const people = [...found.value.map(personChoice), { value: nobodyKnown, title: 'None of these' }];
  return done({ kind: 'choose', name, people });
}

function unreadable(field: string): Refusal {
  return { kind: 'bad-inputs', problems: [{ field, problem: 'This is missing or too long.' }] };
}
