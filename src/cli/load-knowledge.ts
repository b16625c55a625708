import type { Knowledge } from '../interpret/knowledge.ts';
import { loadClauseIndex } from '../organisation/clause-index.ts';
import { loadInterpretKnowledge, withPolicy } from '../organisation/intents.ts';
import { policyFile, policyFolder } from './policy-folder.ts';

/** What `interpret` knows of the organisation; the policy's index is loaded when a message first needs it. */
export function loadKnowledge(): Knowledge {
  const own = loadInterpretKnowledge(policyFile('intents.yaml'), policyFile('crisis.yaml'));
  return withPolicy(own, () => loadClauseIndex(policyFolder()));
}
