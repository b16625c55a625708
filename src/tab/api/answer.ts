import type { Refusal } from '../../casework/casework.ts';
import { refusalWords } from '../../requests/say-refusal.ts';

/** Who asks, as the edge has verified. */
export interface TabWho {
  readonly oid: string;
  readonly tenant: string;
  readonly name: string;
}

/** One request to the tab's API, authenticated where it can be; the edge in `teams/` makes it of HTTP. */
export interface TabRequest {
  readonly method: 'GET' | 'POST';
  /** What stands behind /tab/api/. */
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  /** Null for somebody who is not signed in. */
  readonly who: TabWho | null;
}

export type TabAnswer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'file'; readonly type: string; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'stream'; readonly start: (send: () => void, ended: AbortSignal) => void };

export const ok = (body: unknown): TabAnswer => ({ kind: 'json', status: 200, body });

/** What the page reads of a "no": a kind to act on, and words to show. */
const no = (status: number, kind: string, headline: string, lines: readonly string[] = [], more: object = {}) =>
  ({ kind: 'json', status, body: { refusal: { kind, headline, lines, ...more } } }) as const;

export const notSignedIn = no(401, 'not-signed-in', 'Please sign in', [
  'This part of the tab is for people who are signed in.',
]);
export const noSuchThing = no(404, 'not-found', 'There is nothing here');

const statuses: Readonly<Record<Refusal['kind'], number>> = {
  'not-found': 404,
  'not-yours': 403,
  stale: 409,
  'bad-inputs': 422,
  separation: 409,
  'handed-on': 200,
  'directory-down': 503,
  'too-many-tries': 429,
};

/** A refusal of a use case, in the words of the chat. Which input was wrong goes along, so that the page can say it there. */
export function refuse(refusal: Refusal): TabAnswer {
  const { headline, lines } = refusalWords(refusal);
  const problems = refusal.kind === 'bad-inputs' ? { problems: refusal.problems } : {};
  return no(statuses[refusal.kind], refusal.kind, headline, lines, problems);
}
