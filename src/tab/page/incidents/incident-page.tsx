import { Badge, MessageBar, MessageBarBody, MessageBarTitle, Spinner } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Acted, ActedWords, CrisisWords, IncidentOfPage } from '../../wire.ts';
import { useTab } from '../context.ts';
import { Crisis } from '../crisis.tsx';
import { Refusal } from '../refusal.tsx';
import { writeRoute } from '../route.ts';
import { useFetched } from '../use-fetched.ts';
import { AuditTrail } from './audit-trail.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { History } from './history.tsx';
import { Moves } from './moves.tsx';
import { StateOf } from './state-of.tsx';

/** One incident with everything that its reader may know and do; it renews itself when it moves. */
export function IncidentPage({ reference }: { readonly reference: string }) {
  const { session, announce } = useTab();
  const fetchIt = useCallback(
    () => session.api.get<IncidentOfPage>(`incidents/${encodeURIComponent(reference)}`),
    [session, reference],
  );
  const [reply, again, put] = useFetched(fetchIt);
  const [gone, setGone] = useState<Extract<Acted, { kind: 'gone' }> | null>(null);
  const seen = useRef(0);
  if (reply?.ok) seen.current = reply.value.incident.seenVersion;
  useWatch(reference, seen, again, reply?.ok === true && gone === null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [crisis, setCrisis] = useState<CrisisWords | null>(null);
  const acted = (result: ActedWords) => {
    setCrisis(result.crisis);
    if (result.kind === 'incident') put(result.page);
    if (result.kind === 'gone') setGone(result);
    announce(result.kind === 'gone' ? result.headline : 'Done. The page shows how it stands now.');
    heading.current?.focus();
  };
  return (
    <>
      <p className="back">
        <a href={writeRoute({ page: 'incidents', item: null })}>All incidents</a>
      </p>
      <h1 tabIndex={-1} ref={heading}>
        Incident {reference}
      </h1>
      {crisis !== null && <Crisis words={crisis} />}
      {gone !== null && <Gone gone={gone} />}
      {gone === null && reply === null && <Spinner label="Fetching the incident…" />}
      {gone === null && reply !== null && !reply.ok && <Refusal refusal={reply.refusal} />}
      {gone === null && reply?.ok && <Incident shown={reply.value} acted={acted} again={again} />}
    </>
  );
}

/** Fetches anew when somebody else has changed it; a change of one's own is on the page already. */
function useWatch(reference: string, seen: { readonly current: number }, again: () => void, on: boolean): void {
  const { session, announce } = useTab();
  useEffect(() => {
    if (!on) return;
    const ended = new AbortController();
    const changed = async () => {
      const version = await session.api.get<number>(`incidents/${encodeURIComponent(reference)}/version`);
      if (version.ok && version.value === seen.current) return;
      announce('This incident has just changed.');
      again();
    };
    session.api.watch(
      () => ({ reference, seen: String(seen.current) }),
      () => void changed(),
      ended.signal,
    );
    return () => ended.abort();
  }, [session, announce, reference, seen, again, on]);
}

interface IncidentProps {
  readonly shown: IncidentOfPage;
  readonly acted: (result: ActedWords) => void;
  readonly again: () => void;
}

function Incident({ shown, acted, again }: IncidentProps) {
  const { incident, facts } = shown;
  return (
    <>
      <p className="badges">
        <Badge appearance="filled" color="brand" size="large">
          {incident.statusLabel}
        </Badge>
        {incident.paused && (
          <Badge appearance="outline" size="large">
            Clocks paused
          </Badge>
        )}
        {incident.urgency !== null && (
          <Badge appearance="outline" size="large">
            {incident.urgency}
          </Badge>
        )}
      </p>
      {incident.report.safeNow === 'no' && (
        <MessageBar intent="error">
          <MessageBarBody>
            <MessageBarTitle>The reporter says that they are not safe</MessageBarTitle>
          </MessageBarBody>
        </MessageBar>
      )}
      <div className="pair">
        <div>
          <StateOf incident={incident} />
          <section aria-labelledby="report" className="panel">
            <h2 id="report">The report</h2>
            <p className="happened">{incident.report.happened}</p>
            <dl>
              {facts.map(({ title, text }) => (
                <div key={`${title} ${text}`}>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
          <EvidenceList incident={incident} />
        </div>
        <div>
          <Moves shown={shown} acted={acted} again={again} />
          <History lines={incident.history} />
          <AuditTrail reference={incident.reference} />
        </div>
      </div>
    </>
  );
}

function Gone({ gone }: { readonly gone: Extract<Acted, { kind: 'gone' }> }) {
  return (
    <MessageBar intent="success" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{gone.headline}</MessageBarTitle> {gone.lines.join(' ')}
      </MessageBarBody>
    </MessageBar>
  );
}
