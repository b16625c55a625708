import { z } from 'zod';

/** Card data comes back from the client and may be anything. Each verb says what it takes; what it does not name is dropped. */
const line = (most: number) => z.string().max(most);
const clause = line(60);
const question = line(1_000);
const optionalLine = (most: number) => line(most).optional().default('');

export const pressShapes = {
  'ask-policy': z.object({ question }),
  'show-section': z.object({ clause }),
  'open-answer-feedback': z.object({ question: optionalLine(1_000), clause: optionalLine(60) }),
  'send-answer-feedback': z.object({
    question: optionalLine(1_000),
    clause: optionalLine(60),
    comment: optionalLine(500),
  }),
  'open-check-form': z.object({}),
  'check-draft': z.object({ draft: line(100_000), platform: optionalLine(20) }),
  'open-finding-feedback': z.object({ rule: line(40), clause }),
  'send-finding-feedback': z.object({ rule: line(40), clause, comment: optionalLine(500) }),
} as const;
