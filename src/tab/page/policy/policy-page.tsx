import { MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { PolicyView } from '../../wire.ts';
import type { Reply } from '../api.ts';
import { policyAtOnce } from '../at-once.ts';
import { useTab } from '../context.ts';
import { Refusal } from '../refusal.tsx';
import { Clauses } from './clauses.ts';
import { Contents } from './contents.tsx';
import { DocumentBody } from './document-body.tsx';
import { PolicySearch } from './policy-search.tsx';

/** The document as published, with search, links to every clause, and the question of each. For everybody, signed in or not. */
export function PolicyPage() {
  const { route } = useTab();
  const [policy, setPolicy] = useState<Reply<PolicyView> | null>(null);
  useEffect(() => {
    void policyAtOnce().then(setPolicy);
  }, []);
  if (policy === null) return <Spinner label="Fetching the policy…" />;
  if (!policy.ok)
    return (
      <>
        <h1 tabIndex={-1}>Policy</h1>
        <Refusal refusal={policy.refusal} />
      </>
    );
  return <Policy policy={policy.value} asked={route.item} />;
}

function Policy({ policy, asked }: { readonly policy: PolicyView; readonly asked: string | null }) {
  const known = asked === null || policy.clauses.some(({ id }) => id === asked);
  useEffect(() => {
    if (asked === null) return;
    const clause = document.getElementById(`clause-${asked}`);
    clause?.scrollIntoView({ block: 'start' });
    clause?.focus({ preventScroll: true });
  }, [asked]);
  const byId = useMemo(() => new Map(policy.clauses.map((clause) => [clause.id, clause])), [policy]);
  return (
    <Clauses.Provider value={byId}>
      <h1 tabIndex={-1}>{policy.title}</h1>
      <p className="edition">
        {policy.organisation !== null && <>{policy.organisation}. </>}
        {policy.edition}
      </p>
      {policy.overdue !== '' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Past its review date</MessageBarTitle> {policy.overdue}
          </MessageBarBody>
        </MessageBar>
      )}
      {!known && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>This policy has no clause {asked}</MessageBarTitle> It may have been renumbered. Search for
            it, or look through the contents.
          </MessageBarBody>
        </MessageBar>
      )}
      <PolicySearch policy={policy} />
      <div className="columns">
        <Contents policy={policy} />
        <DocumentBody policy={policy} asked={asked} />
      </div>
    </Clauses.Provider>
  );
}
