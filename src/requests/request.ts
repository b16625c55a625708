import type { z } from 'zod';
import type { pressShapes } from './press-shapes.ts';

type PressShapes = typeof pressShapes;

type Shape<Verb extends keyof PressShapes> = z.infer<PressShapes[Verb]>;

/** What a pressed button asks, read from its verb and checked data. */
export type PressedRequest = {
  [Verb in keyof PressShapes]: { readonly kind: Verb } & (Shape<Verb> extends Record<string, never>
    ? unknown
    : Readonly<Shape<Verb>>);
}[keyof PressShapes];

/**
 * Everything a member can ask, as one closed union. A sentence becomes one by `read-sentence.ts`, a pressed button by
 * `read-press.ts`; both are called by `teams/read-activity.ts` and nowhere else.
 */
export type Request =
  | PressedRequest
  | { readonly kind: 'welcome' }
  | { readonly kind: 'small-talk' }
  /** Said without a sign of a policy question; the policy is asked all the same before it is turned away. */
  | { readonly kind: 'out-of-scope'; readonly said: string }
  /** A reference typed as it stands on an alert or a receipt, and the code beside it if there is one. */
  | { readonly kind: 'find-reference'; readonly reference: string; readonly code: string }
  | { readonly kind: 'nothing-said' }
  /** Files or pictures in chat, what was written beside them, and what that would mean by itself. */
  | { readonly kind: 'take-files'; readonly said: string; readonly meant: Request }
  | { readonly kind: 'too-long'; readonly length: number }
  /** Words of danger to life: the crisis card and nothing that could stand in its way. */
  | { readonly kind: 'crisis' }
  | { readonly kind: 'subject-access' }
  /** A button of ours that is no longer understood, or a payload that is not ours. */
  | { readonly kind: 'unreadable'; readonly why: 'unknown-verb' | 'bad-data'; readonly detail: string };

export type RequestKind = Request['kind'];

/** A report about to be made, with what has been said of it already. */
export const toReport = (about: string): Extract<Request, { kind: 'open-report' }> => ({
  ...{ kind: 'open-report', about, when: '', platform: '', links: '', author: '', authorName: '' },
});
