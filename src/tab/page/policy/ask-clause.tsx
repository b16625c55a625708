import { Button, Field, Input, Spinner } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { AskResult, ClauseOfPage } from '../../wire.ts';
import type { Reply } from '../api.ts';
import { useTab } from '../context.ts';
import { Refusal } from '../refusal.tsx';
import { AnswerView } from './answer-view.tsx';

/** A question at a clause, answered here; the chat is a link away. */
export function AskClause({ clause }: { readonly clause: ClauseOfPage }) {
  const { session, setup, host, announce } = useTab();
  const [question, setQuestion] = useState('');
  const [asked, setAsked] = useState<Reply<AskResult> | 'waiting' | null>(null);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (question.trim() === '') return;
    setAsked('waiting');
    void session.api.post<AskResult>('ask', { question, about: clause.id }).then((reply) => {
      setAsked(reply);
      announce(reply.ok ? 'The answer is below the question.' : reply.refusal.headline);
    });
  };
  return (
    <div className="ask">
      <form onSubmit={ask}>
        <Field label={`Your question about ${clause.name}`} hint="In a sentence, without names of people.">
          <Input value={question} maxLength={1_000} onChange={(_event, { value }) => setQuestion(value)} autoFocus />
        </Field>
        <p className="actions">
          <Button type="submit" size="small" appearance="primary">
            Ask
          </Button>
          {setup.chat !== null && (
            <Button size="small" onClick={() => host.open(setup.chat as string)}>
              Open the chat
            </Button>
          )}
        </p>
      </form>
      {asked === 'waiting' && <Spinner size="tiny" label="Looking it up…" />}
      {asked !== null && asked !== 'waiting' && !asked.ok && <Refusal refusal={asked.refusal} />}
      {asked !== null && asked !== 'waiting' && asked.ok && <AnswerView answer={asked.value} here={clause.id} />}
    </div>
  );
}
