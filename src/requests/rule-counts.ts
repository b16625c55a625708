import { createHmac, randomBytes } from 'node:crypto';
import type { RuleId } from '../drafts/finding.ts';
import { englishDay } from '../incidents/clocks.ts';
import { Conflict, type Store } from '../store/store.ts';

/** How often each rule fired in a month, over all drafts. Nothing of a draft, of a finding or of a person is in it. */
export interface RuleCount {
  /** People whose drafts were checked, each once in a batch. */
  readonly people: number;
  /** Of these, with how many the rule fired. */
  readonly rules: Readonly<Partial<Record<RuleId, number>>>;
}

/** So many different people at least stand behind every number that is written: a change of it points at nobody. */
export const fewestPeople = 5;

export interface RuleCounts {
  /** Somebody had a draft checked, and these rules fired. Returns at once; what is written is written later. */
  note(oid: string, rules: readonly RuleId[]): void;
}

/**
 * Counts which rules fire (F4) without a trace of whose drafts they fired on (B10). A batch is held in memory, with people
 * as fingerprints under a key that is thrown away with it, until five different people are in it; then the sums are added
 * to the month's record. What is held when the program ends is lost: the figures say at least how often, never whose.
 */
export function createRuleCounts(
  store: Store,
  now: () => Date,
  warn: (event: string, error: unknown) => void,
): RuleCounts {
  let batch = newBatch();
  return {
    note(oid, rules) {
      const person = batch.fingerprint(oid);
      batch.people.add(person);
      for (const rule of rules) batch.rules.set(rule, (batch.rules.get(rule) ?? new Set()).add(person));
      if (batch.people.size < fewestPeople) return;
      const full = batch;
      batch = newBatch();
      add(store, englishDay(now().toISOString()).slice(0, 7), full).catch((error) => warn('rules not counted', error));
    },
  };
}

interface Batch {
  readonly fingerprint: (oid: string) => string;
  readonly people: Set<string>;
  readonly rules: Map<RuleId, Set<string>>;
}

function newBatch(): Batch {
  const key = randomBytes(32);
  const fingerprint = (oid: string) => createHmac('sha256', key).update(oid).digest('base64');
  return { fingerprint, people: new Set(), rules: new Map() };
}

/** Adds a batch to its month, again where another replica was faster. */
async function add(store: Store, month: string, batch: Batch): Promise<void> {
  for (let tries = 0; ; tries++) {
    const record = await store.read('rule-count', month);
    const before = (record?.body ?? { people: 0, rules: {} }) as RuleCount;
    const rules = { ...before.rules };
    for (const [rule, people] of batch.rules) rules[rule] = (rules[rule] ?? 0) + people.size;
    const body: RuleCount = { people: before.people + batch.people.size, rules };
    const put = { kind: 'rule-count', id: month, status: 'kept', due: null, keys: [], body };
    try {
      return await store.commit([{ put, replaces: record?.version ?? 0 }]);
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 9) throw error;
    }
  }
}
