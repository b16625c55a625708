import { z } from 'zod';

/** Card data comes back from the client and may be anything. Each verb says what it takes; what it does not name is dropped. */
const line = (most: number) => z.string().max(most);
const optional = (most: number) => line(most).optional().default('');
const nothing = z.object({});
const clause = line(60);
const reference = line(40);
const code = optional(80);
const part = z.enum(['subject', 'target', 'witness']);
/** The alert that something was opened by, if it was by one. */
const alert = optional(60);
const count = z.coerce.number().int().min(0).max(100_000).optional().default(0);

/** What a message that is reported says about itself: the form begins with it. `author` is an Entra object id. */
const fromMessage = {
  when: optional(200),
  platform: optional(100),
  links: optional(4_000),
  author: optional(40),
  authorName: optional(200),
};

export const pressShapes = {
  help: nothing,
  'ask-policy': z.object({ question: line(1_000) }),
  'show-section': z.object({ clause }),
  'search-policy': z.object({
    words: optional(1_000),
    skip: z.number().int().nonnegative().max(10_000).catch(0),
    count: z.number().int().positive().max(25).catch(10),
  }),
  'open-answer-feedback': z.object({ question: optional(1_000), clause: optional(60) }),
  'send-answer-feedback': z.object({ question: optional(1_000), clause: optional(60), comment: optional(500) }),
  'open-check-form': nothing,
  'check-draft': z.object({ draft: line(200_000), platform: optional(20) }),
  'open-profile-form': nothing,
  'check-profile': z.object({ draft: line(200_000) }),
  'open-finding-feedback': z.object({ rule: line(40), clause }),
  'send-finding-feedback': z.object({ rule: line(40), clause, comment: optional(500) }),
  'open-report': z.object({ about: optional(8_000), ...fromMessage }),
  'open-report-form': z.object({ level: line(20), about: optional(8_000), ...fromMessage }),
  'ask-advice': nothing,
  'file-report': z.object({
    level: line(20),
    nonce: line(80),
    happened: optional(20_000),
    when: optional(1_000),
    safeNow: optional(20),
    aimedAt: optional(40),
    target: optional(500),
    subjects: optional(5_000),
    pickedSubjects: optional(2_000),
    pickedWitnesses: optional(2_000),
    relation: optional(40),
    platform: optional(1_000),
    links: optional(20_000),
    witnesses: optional(5_000),
    characteristic: optional(60),
    wanted: optional(20_000),
    author: optional(40),
    authorName: optional(200),
  }),
  'say-who': z.object({ reference, code, part, name: line(500), person: line(60), skip: count }),
  'my-reports': nothing,
  'report-status': z.object({ reference, code, alert }),
  'refresh-report': z.object({ reference, code }),
  'add-to-report': z.object({ reference, code, text: line(20_000) }),
  'withdraw-report': z.object({ reference, code, reason: optional(4_000) }),
  'answer-check-in': z.object({ reference, code, retaliation: z.enum(['yes', 'no']), text: optional(20_000) }),
  'my-incidents': z.object({
    ...{ shown: optional(20), status: optional(40), afterDue: optional(40), afterId: optional(60) },
  }),
  'told-by-hand': z.object({ alertId: line(60), shown: optional(20) }),
  'open-incident': z.object({ reference, alert }),
  'refresh-incident': z.object({ reference }),
  'read-incident': z.object({ reference, part: z.enum(['report', 'history']), from: count }),
  'open-move': z.object({ reference, move: line(40) }),
  'show-audit': z.object({ reference, after: count }),
  'show-evidence': z.object({ reference, from: count }),
  'open-evidence': z.object({ reference, id: line(60) }),
  'copy-evidence': z.object({ reference, id: line(60) }),
  'take-evidence': z.object({ reference, id: line(60) }),
  'leave-evidence': nothing,
  'name-party': z.object({
    ...{ reference, part },
    ...{ person: optional(60), name: optional(500) },
  }),
  /** What a move needs is the process table's to say, so its inputs are taken as they come and checked there. */
  'move-incident': z
    .object({ reference, move: line(40), version: z.number().int().nonnegative() })
    .catchall(z.unknown()),
  'add-note': z.object({ reference, text: line(20_000) }),
  'message-reporter': z.object({ reference, text: line(20_000) }),
  'pause-clocks': z.object({ reference, text: line(4_000) }),
  'resume-clocks': z.object({ reference }),
  recuse: z.object({ reference, text: optional(4_000) }),
  'reveal-identity': z.object({ reference, reason: line(4_000) }),
  'open-act-as': nothing,
  'act-as': z.object({ person: line(80) }),
} as const;
