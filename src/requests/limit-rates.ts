import { type Button, noticeCard } from '../cards/notice.ts';
import { createPastReports } from './past-reports.ts';
import { pressShapes } from './press-shapes.ts';
import type { RateLimits, Slowed } from './rate-limits.ts';
import type { Request, RequestKind } from './request.ts';
import type { AnswerTurn, Reply, Turn } from './turn.ts';

export interface LimitParts {
  readonly answer: AnswerTurn;
  readonly limits: RateLimits;
  /** For cards that a client renews of its own accord: they use up nothing of what a person may ask. */
  readonly renewals: RateLimits;
  readonly now: () => Date;
  /** Whether words of danger stand anywhere in the request. */
  readonly speaksOfDanger: (request: Request) => boolean;
  /** Told whose limit was met, for the operator. */
  readonly onSlowed: (whose: Slowed['whose'] | 'reports') => void;
}

/** What leads to a report, and help: answered however much was asked before. */
const neverLimited: ReadonlySet<RequestKind> = new Set(['crisis', 'ask-advice', 'open-report', 'open-report-form']);

const renewing: ReadonlySet<RequestKind> = new Set(['refresh-incident', 'refresh-report']);

/**
 * Asks whoever is too quick to wait, in kind words. The way to a report and help for somebody in danger are never held
 * up; reports themselves only after many have been taken from the same person within the hour.
 */
export function limitRates({ answer, limits, renewals, now, speaksOfDanger, onSlowed }: LimitParts): AnswerTurn {
  const reports = createPastReports();
  return async (turn) => {
    const { request, actor } = turn;
    const at = now().getTime();
    if (neverLimited.has(request.kind)) return answer(turn);
    const person = `${actor.tenant} ${actor.oid}`;
    if (request.kind === 'file-report') {
      const waitMs = reports.wait(person, at);
      if (waitMs === 0) return reports.noting(person, at, await answer(turn));
      onSlowed('reports');
      return [...(await help(turn, answer, speaksOfDanger)), sayMany(waitMs)];
    }
    const slowed = (renewing.has(request.kind) ? renewals : limits).take(actor, at);
    if (slowed === null) return answer(turn);
    onSlowed(slowed.whose);
    return [...(await help(turn, answer, speaksOfDanger)), saySlowed(slowed, request.kind)];
  };
}

async function help(turn: Turn, answer: AnswerTurn, speaksOfDanger: LimitParts['speaksOfDanger']) {
  const unsafe = turn.request.kind === 'file-report' && turn.request.safeNow === 'no';
  return unsafe || speaksOfDanger(turn.request) ? answer({ ...turn, request: { kind: 'crisis' } }) : [];
}

const report: Button = { title: 'Report bullying', verb: 'open-report' };

function saySlowed({ whose, waitMs }: Slowed, kind: RequestKind): Reply {
  const headline = whose === 'person' ? 'Let me catch up with you' : 'Many people are asking just now';
  const wait = `Please try again in ${waitWords(waitMs)}. Nothing was lost, and nothing was done with this one.`;
  // A press is answered beside its card, so that what was typed stays there.
  if (Object.hasOwn(pressShapes, kind) && !typedToo.has(kind))
    return { kind: 'toast', text: `${headline}. ${wait} A report can be made at any time.` };
  const lines = [wait, 'A report can be made at any time.'];
  return { kind: 'card', card: noticeCard(headline, lines, { buttons: [report] }) };
}

/** Buttons whose request a typed sentence can make as well. */
const typedToo: ReadonlySet<RequestKind> = new Set(['ask-policy', 'check-draft', 'check-profile', 'help']);

function sayMany(waitMs: number): Reply {
  const lines = [
    'All of your earlier reports are stored and will be read.',
    `I take the next one in ${waitWords(waitMs)}. If it belongs to one of them, add it there now: what you typed is still above.`,
  ];
  const own: Button = { title: 'My reports', verb: 'my-reports' };
  return { kind: 'card', card: noticeCard('You have made many reports today', lines, { buttons: [own] }) };
}

function waitWords(ms: number): string {
  if (ms <= 5_000) return 'a few seconds';
  return ms < 60_000 ? `${Math.ceil(ms / 5_000) * 5} seconds` : `${Math.ceil(ms / 60_000)} minutes`;
}
