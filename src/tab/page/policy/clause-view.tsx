import { Button } from '@fluentui/react-components';
import { Fragment, type ReactNode, useState } from 'react';
import type { ClauseOfPage } from '../../wire.ts';
import { useTab } from '../context.ts';
import { clauseAddress } from '../links.ts';
import { writeRoute } from '../route.ts';
import { AskClause } from './ask-clause.tsx';
import { type Run, readPublished } from './published.ts';

/** What a clause is to its reader; "statement" and "fact" say nothing and are left out. */
const forces = {
  'must not': 'Must not',
  must: 'Must',
  should: 'Should',
  may: 'May',
  definition: 'Definition',
} as const;

/** One clause, word for word; the one that was linked to has what can be done with it. */
export function ClauseView({ clause, asked }: { readonly clause: ClauseOfPage; readonly asked: boolean }) {
  const force = forces[clause.modality as keyof typeof forces];
  const number = /^\d/.test(clause.id) && clause.kind !== 'section';
  return (
    <article
      id={`clause-${clause.id}`}
      tabIndex={-1}
      className={`clause ${clause.kind} ${asked ? 'asked' : ''}`}
      aria-label={clause.name}
    >
      <p className="number">
        <a href={writeRoute({ page: 'policy', item: clause.id })} aria-label={`${clause.name}: link and questions`}>
          {number ? clause.id : '#'}
        </a>
        {force !== undefined && number && <span className="force">{force}</span>}
      </p>
      <div className="words">
        <Published text={clause.text} />
        {clause.oddities.length > 0 && <p className="oddity">Wording as published: {clause.oddities.join('; ')}.</p>}
        {asked && <ClauseActions clause={clause} />}
      </div>
    </article>
  );
}

/** The document's words; cells of a table row side by side where there is room. The document does not change while shown. */
export function Published({ text }: { readonly text: string }) {
  return keyed(readPublished(text), (row) => (
    <div className={row.length > 1 ? 'cells' : 'cell'}>
      {keyed(row, (blocks) => (
        <div>
          {keyed(blocks, ({ kind, runs }) => (
            <p className={kind}>{keyed(runs, showRun)}</p>
          ))}
        </div>
      ))}
    </div>
  ));
}

function showRun({ text, bold, link }: Run): ReactNode {
  const words = bold ? <strong>{text}</strong> : text;
  if (link === null) return words;
  return (
    <a href={link} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  );
}

/** Pieces that never change places, so their places are their keys. */
function keyed<T>(items: readonly T[], show: (item: T) => ReactNode): ReactNode {
  return items.map((item, at) => <Fragment key={at}>{show(item)}</Fragment>);
}

function ClauseActions({ clause }: { readonly clause: ClauseOfPage }) {
  const { setup, announce } = useTab();
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  const [asking, setAsking] = useState(false);
  const address = clauseAddress(setup.links, clause.id);
  const copy = async () => {
    const done = await navigator.clipboard.writeText(address).then(
      () => true,
      () => false,
    );
    setCopied(done ? 'yes' : 'by hand');
    announce(done ? 'The link is copied.' : 'The link is shown; copy it by hand.');
  };
  return (
    <>
      <p className="actions">
        <Button size="small" appearance="primary" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          Ask about this clause
        </Button>
        <Button size="small" onClick={() => void copy()}>
          {copied === 'yes' ? 'Link copied' : 'Copy the link'}
        </Button>
      </p>
      {copied === 'by hand' && <p className="address">{address}</p>}
      {asking && <AskClause clause={clause} />}
    </>
  );
}
