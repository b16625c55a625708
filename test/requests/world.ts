import type { FilledCard } from '../../src/cards/fill.ts';
import { noClauseLink } from '../../src/cards/tab-links.ts';
import type { Casework } from '../../src/casework/casework.ts';
import { realIds } from '../../src/casework/real-ids.ts';
import { bankHolidays } from '../../src/organisation/bank-holidays.ts';
import { loadOrganisation, type Organisation } from '../../src/organisation/organisation.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import { makeAnswer } from '../../src/requests/answer.ts';
import type { Context } from '../../src/requests/context.ts';
import { FollowUps } from '../../src/requests/follow-ups.ts';
import { readPress } from '../../src/requests/read-press.ts';
import { makeReadSentence } from '../../src/requests/read-sentence.ts';
import type { Request } from '../../src/requests/request.ts';
import { createRuleCounts } from '../../src/requests/rule-counts.ts';
import type { AnswerTurn, Attachment, Place, Reply } from '../../src/requests/turn.ts';
import { passingKeyring } from '../../src/store/keyring.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

/** The real policy, read once for every test of a file. */
export const organisation: Organisation = loadOrganisation('policy');

/** Sample people of `policy/people.yaml` by their first name in small letters. */
export function oidOf(firstName: string): string {
  const person = organisation.people.find(({ name }) => name.toLowerCase().startsWith(firstName));
  if (person === undefined) throw new Error(`policy/people.yaml has no ${firstName}`);
  return person.oid;
}

export interface World {
  readonly store: Store;
  readonly casework: Casework;
  readonly warnings: string[];
  /** What stands behind the edge. */
  readonly answer: AnswerTurn;
  /** The instant that everything runs at; a test sets it. */
  now: Date;
  /** A member types a message; every card and toast that comes back. */
  says(firstName: string, text: string, place?: Place['kind']): Promise<readonly Reply[]>;
  /** A member sends files with a message. */
  sends(firstName: string, files: readonly Attachment[], text?: string): Promise<readonly Reply[]>;
  /** A member presses a button. */
  presses(firstName: string, verb: string, data?: unknown, place?: Place['kind']): Promise<readonly Reply[]>;
  close(): Promise<void>;
}

export async function openWorld(changes: Partial<Context> = {}): Promise<World> {
  const store = changes.store ?? (await openStore({ file: ':memory:', keyring: passingKeyring() }));
  const readSentence = makeReadSentence(organisation);
  const tenant = organisation.people[0]?.tenant ?? '';
  let turns = 0;
  const warnings: string[] = [];
  const now = () => world.now;
  const casework: Casework = {
    ...{ store, now, process: organisation.process, routing: organisation.routing, isHoliday: bankHolidays() },
    directory: fileDirectory(organisation.people),
    tenants: [tenant],
    ids: realIds,
  };
  let ids = 0;
  const answer = makeAnswer({
    ...{ organisation, store, casework, now },
    newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    followUps: new FollowUps(),
    switches: { answers: true, draftCheck: true, reporting: true },
    personas: null,
    onMoved: () => {},
    clauseLink: noClauseLink,
    ruleCounts: createRuleCounts(store, now, (event) => void warnings.push(event)),
    warn: (event) => void warnings.push(event),
    ...changes,
  });
  const turn = (
    firstName: string,
    request: Request,
    kind: Place['kind'] = 'personal',
    attachments: readonly Attachment[] = [],
  ) =>
    answer({
      id: `turn-${++turns}`,
      at: world.now,
      actor: { oid: oidOf(firstName), tenant, channelId: `29:${firstName}`, name: firstName },
      place: { conversationId: `chat-${firstName}-${kind}`, kind, serviceUrl: 'https://smba.trafficmanager.net/uk/' },
      request,
      attachments,
    });
  const world: World = {
    ...{ store, casework, warnings, answer },
    now: new Date('2026-11-23T10:00:00Z'),
    says: (firstName, text, place) => turn(firstName, readSentence(text), place),
    sends: (firstName, files, text = '') =>
      turn(firstName, { kind: 'take-files', said: text, meant: readSentence(text) }, 'personal', files),
    presses: (firstName, verb, data = {}, place) => turn(firstName, readPress(verb, data), place),
    close: () => store.close(),
  };
  return world;
}

/** The words of all replies, as a client without cards would show them in the place where it was asked. */
export function wordsOf(replies: readonly Reply[]): string {
  return replies.map((reply) => (reply.kind === 'toast' ? reply.text : seen(reply).text)).join('\n');
}

/** Of what goes to the member's own chat, the place itself sees only that it does. */
const seen = (reply: Exclude<Reply, { kind: 'toast' }>) => (reply.kind === 'private' ? reply.sent : reply.card);

/** The cards that go to the member's own chat, in order. */
export function privatelyOf(replies: readonly Reply[]): readonly FilledCard[] {
  return replies.flatMap((reply) => (reply.kind === 'private' ? [reply.card] : []));
}

/** The names of the cards that came back, in order. */
export function cardsOf(replies: readonly Reply[]): readonly string[] {
  return replies.map((reply) => (reply.kind === 'toast' ? 'toast' : seen(reply).name));
}

/** The data behind the button of that title on any of the cards, with the verb: what a press of it would send. */
export function buttonOf(
  replies: readonly Reply[],
  title: string | RegExp,
): { readonly verb: string; readonly data: Record<string, unknown> } {
  const found = replies
    .flatMap((reply) => (reply.kind === 'toast' ? [] : actions(seen(reply).content)))
    .find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  if (found === undefined) throw new Error(`No button "${title}" in:\n${wordsOf(replies)}`);
  return { verb: found.verb, data: found.data ?? {} };
}

type ExecuteAction = { readonly title: string; readonly verb: string; readonly data?: Record<string, unknown> };

function actions(node: unknown): ExecuteAction[] {
  if (Array.isArray(node)) return node.flatMap(actions);
  if (typeof node !== 'object' || node === null) return [];
  const own = (node as { type?: unknown }).type === 'Action.Execute' ? [node as unknown as ExecuteAction] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, value]) => (key === 'fallback' || key === 'data' ? [] : actions(value))),
  ];
}
