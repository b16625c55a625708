import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useEffect, useState } from 'react';
import type { PolicyView, SearchResult } from '../../wire.ts';
import { useTab } from '../context.ts';
import { Crisis } from '../crisis.tsx';
import { writeRoute } from '../route.ts';
import { Published } from './clause-view.tsx';
import { useClauses } from './clauses.ts';
import { readPublished } from './published.ts';

/** Typing stops for so long before it is searched for, in ms. */
const pause = 300;

/** Search by meaning, with the index that the chat answers from. */
export function PolicySearch({ policy }: { readonly policy: PolicyView }) {
  const { session, announce } = useTab();
  const [words, setWords] = useState('');
  const [result, setResult] = useState<{ readonly words: string; readonly found: SearchResult } | null>(null);
  useEffect(() => {
    const wanted = words.trim();
    if (wanted.length < 2) return setResult(null);
    let late = false;
    const timer = setTimeout(async () => {
      const reply = await session.api.get<SearchResult>('search', { words: wanted });
      if (late || !reply.ok) return;
      setResult({ words: wanted, found: reply.value });
      announce(countOf(reply.value));
    }, pause);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [words, session, announce]);
  const submit = (event: FormEvent) => event.preventDefault();
  return (
    <search className="search">
      <form onSubmit={submit}>
        <Field label="Search the policy, or ask it a question">
          <Input
            type="search"
            value={words}
            maxLength={300}
            autoComplete="off"
            onChange={(_event, { value }) => setWords(value)}
            contentAfter={
              words === '' ? null : (
                <Button size="small" appearance="transparent" onClick={() => setWords('')}>
                  Clear
                </Button>
              )
            }
          />
        </Field>
      </form>
      {result !== null && result.found.crisis !== null && <Crisis words={result.found.crisis} />}
      {result !== null && <Found result={result.found} policy={policy} />}
    </search>
  );
}

function countOf({ answering, near, crisis }: SearchResult): string {
  if (crisis !== null) return crisis.headline;
  if (answering.length > 0)
    return `${answering.length === 1 ? 'One clause answers' : `${answering.length} clauses answer`} this.`;
  return near.length === 0
    ? 'No clause comes near.'
    : 'The policy may not answer this. The nearest clauses are listed.';
}

function Found({ result, policy }: { readonly result: SearchResult; readonly policy: PolicyView }) {
  const { answering, near } = result;
  if (result.crisis !== null && answering.length === 0) return null;
  if (answering.length + near.length === 0) return <p>No clause comes near. Try other words, or ask in the chat.</p>;
  return (
    <section aria-labelledby="found" className="found">
      <h2 id="found">{answering.length > 0 ? 'The policy says' : 'The policy may not answer this'}</h2>
      {answering.length > 0 ? (
        <Listed ids={answering} whole />
      ) : (
        <p>Whom to ask: {policy.contacts.map(({ name, reach }) => `${name}, ${reach}`).join('; ')}.</p>
      )}
      {near.length > 0 && (
        <details open={answering.length === 0}>
          <summary>Clauses near to it</summary>
          <Listed ids={near} />
        </details>
      )}
    </section>
  );
}

function Listed({ ids, whole = false }: { readonly ids: readonly string[]; readonly whole?: boolean }) {
  const clause = useClauses();
  const found = ids.flatMap((id) => clause(id) ?? []);
  return (
    <ul>
      {found.map(({ id, name, path, text }) => (
        <li key={id}>
          <a href={writeRoute({ page: 'policy', item: id })}>{name}</a>
          <small>{path.at(-1)}</small>
          {whole ? <Published text={text} /> : <span>{extract(text)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The first words of a clause, without its marks. */
function extract(text: string): string {
  const words = readPublished(text)
    .flat(2)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join(' ');
  return words.length > 140 ? `${words.slice(0, 138).trimEnd()}…` : words;
}
