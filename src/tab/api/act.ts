import { addNote, messageReporter, pauseClocks, recuse, resumeClocks } from '../../casework/act-on-incident.ts';
import type { Result } from '../../casework/casework.ts';
import { moveIncident } from '../../casework/move-incident.ts';
import { revealIdentity } from '../../casework/reveal-identity.ts';
import { readPress } from '../../requests/read-press.ts';
import type { PressedRequest } from '../../requests/request.ts';
import { noSuchThing, notSignedIn, ok, refuse, type TabAnswer, type TabRequest, type TabWho } from './answer.ts';
import type { TabParts } from './parts.ts';

type Act<Kind extends PressedRequest['kind']> = (
  request: Extract<PressedRequest, { kind: Kind }>,
  who: TabWho,
  parts: TabParts,
) => Promise<Result<unknown>>;

/** What can be done to an incident from the tab: the buttons of its card in chat, with the same data and the same use cases. */
const acts = {
  'move-incident': async ({ kind: _kind, reference, move, version, ...rest }, who, { casework, onMoved }) => {
    const inputs = Object.fromEntries(
      Object.entries(rest).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
    const moved = await moveIncident(casework, who, reference, move, inputs, version);
    if (moved.ok) onMoved(moved.value.reference);
    return moved;
  },
  'add-note': ({ reference, text }, who, { casework }) => addNote(casework, who, reference, text),
  'message-reporter': ({ reference, text }, who, { casework }) => messageReporter(casework, who, reference, text),
  'pause-clocks': ({ reference, text }, who, { casework }) => pauseClocks(casework, who, reference, text),
  'resume-clocks': ({ reference }, who, { casework }) => resumeClocks(casework, who, reference),
  recuse: ({ reference, text }, who, { casework }) => recuse(casework, who, reference, text),
  'reveal-identity': ({ reference, reason }, who, { casework }) => revealIdentity(casework, who, reference, reason),
} satisfies { [Kind in PressedRequest['kind']]?: Act<Kind> };

/** `{ verb, data }` as a pressed button sends them. The shapes are those of the chat's buttons, and so is the authority. */
export async function act({ body, who }: TabRequest, parts: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const request = readPress(String(body.verb ?? ''), body.data);
  if (request.kind === 'unreadable')
    return refuse({ kind: 'bad-inputs', problems: [{ field: request.detail, problem: 'This could not be read.' }] });
  if (!Object.hasOwn(acts, request.kind)) return noSuchThing;
  const done = await (acts[request.kind as keyof typeof acts] as Act<never>)(request as never, who, parts);
  return done.ok ? ok(done.value) : refuse(done.refusal);
}
