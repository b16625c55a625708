import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { AuditLine } from '../../../casework/audit-trail.ts';
import type { Reply } from '../api.ts';
import { useTab } from '../context.ts';
import { dateAndTime } from '../dates.ts';
import { Refusal } from '../refusal.tsx';

/** Who did and who read what. Looking at it is a read that is entered too, so it is only fetched when asked for. */
export function AuditTrail({ reference }: { readonly reference: string }) {
  const { session, announce } = useTab();
  const [lines, setLines] = useState<Reply<readonly AuditLine[]> | null>(null);
  const [whole, setWhole] = useState(false);
  const show = async () => {
    const have = lines?.ok ? lines.value : [];
    const after = String(have.at(-1)?.number ?? 0);
    const reply = await session.api.get<readonly AuditLine[]>(`incidents/${encodeURIComponent(reference)}/audit`, {
      after,
    });
    setLines(reply.ok ? { ok: true, value: [...have, ...reply.value] } : reply);
    setWhole(reply.ok && reply.value.length < pageSize);
    announce(reply.ok ? `${reply.value.length} entries of the audit trail are shown.` : reply.refusal.headline);
  };
  return (
    <section aria-labelledby="audit" className="panel">
      <h2 id="audit">Who has looked at it</h2>
      {lines?.ok && (
        <ol className="history">
          {lines.value.map(({ number, at, by, words }) => (
            <li key={number}>
              <time dateTime={at}>{dateAndTime(at)}</time>
              <span>
                <strong>{by}</strong> {words}
              </span>
            </li>
          ))}
        </ol>
      )}
      {lines !== null && !lines.ok && <Refusal refusal={lines.refusal} />}
      {!whole && (
        <Button size="small" onClick={() => void show()}>
          {lines === null ? 'Show the audit trail' : 'Show more of it'}
        </Button>
      )}
    </section>
  );
}

/** Entries that the API sends at once. */
const pageSize = 100;
