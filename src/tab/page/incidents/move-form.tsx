import { Button, Field, Input, Radio, RadioGroup, Select, Textarea } from '@fluentui/react-components';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { MoveView } from '../../../cards/incident.ts';
import type { Acted, ActedWords, RefusalView } from '../../wire.ts';
import { useTab } from '../context.ts';
import { Refusal } from '../refusal.tsx';

interface MoveFormProps {
  readonly move: MoveView;
  readonly acted: (result: ActedWords) => void;
  readonly again: () => void;
  readonly close: () => void;
}

type Answers = Readonly<Record<string, string>>;

/** What one move asks, checked by whoever decides on it: the process table behind the API. */
export function MoveForm({ move, acted, again, close }: MoveFormProps) {
  const { session, announce } = useTab();
  const [answers, setAnswers] = useState<Answers>({});
  const [refusal, setRefusal] = useState<RefusalView | null>(null);
  const [choose, setChoose] = useState<Extract<Acted, { kind: 'choose' }> | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, []);
  useEffect(() => {
    if (refusal !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [refusal]);
  const missing = missingIn(move, answers);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (missing.length > 0) {
      announce('Something is missing.');
      return setRefusal({ kind: 'bad-inputs', headline: 'Something is missing', lines: [], problems: missing });
    }
    setBusy(true);
    const reply = await session.api.post<ActedWords>('act', { verb: move.verb, data: { ...move.data, ...answers } });
    setBusy(false);
    if (reply.ok && reply.value.kind === 'choose') {
      announce('Choose who is meant.');
      return setChoose(reply.value);
    }
    if (reply.ok) return acted(reply.value);
    if (reply.refusal.kind === 'handed-on')
      return acted({ kind: 'gone', headline: reply.refusal.headline, lines: reply.refusal.lines, crisis: null });
    announce(reply.refusal.headline);
    setRefusal(reply.refusal);
    // What was typed stays; the incident around it is shown as it stands now.
    if (reply.refusal.kind === 'stale') again();
  };
  const problemOf = (id: string) => refusal?.problems?.find(({ field }) => field === id)?.problem;
  const set = (id: string, value: string) => setAnswers({ ...answers, [id]: value });
  return (
    <form ref={form} onSubmit={(event) => void send(event)} noValidate className="move" aria-label={move.title}>
      <h3>{move.title}</h3>
      {move.hint !== '' && <p>{move.hint}</p>}
      {refusal !== null && (refusal.problems ?? []).length === 0 && <Refusal refusal={refusal} />}
      {move.choices.map(({ id, label, required, options }) => (
        <Field key={id} label={label} {...invalid(problemOf(id))}>
          <Select value={answers[id] ?? ''} aria-required={required} onChange={(_e, { value }) => set(id, value)}>
            <option value="">{required ? 'Choose' : 'Not given'}</option>
            {options.map(({ title, value }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      {move.texts.map(({ id, label, required }) => (
        <Field key={id} label={label} {...invalid(problemOf(id))}>
          {id === 'name' ? (
            <Input value={answers[id] ?? ''} aria-required={required} onChange={(_e, { value }) => set(id, value)} />
          ) : (
            <Textarea
              value={answers[id] ?? ''}
              aria-required={required}
              resize="vertical"
              rows={4}
              onChange={(_e, { value }) => set(id, value)}
            />
          )}
        </Field>
      ))}
      {choose !== null && (
        <Field label={`Who is meant by “${choose.name}”?`}>
          <RadioGroup value={answers.person ?? ''} onChange={(_e, { value }) => set('person', value)}>
            {choose.people.map(({ value, title }) => (
              <Radio key={value} value={value} label={title} />
            ))}
          </RadioGroup>
        </Field>
      )}
      <p className="actions">
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {move.confirm}
        </Button>
        <Button onClick={close}>Not now</Button>
      </p>
    </form>
  );
}

function invalid(problem: string | undefined) {
  return problem === undefined ? {} : ({ validationState: 'error', validationMessage: problem } as const);
}

function missingIn({ texts, choices }: MoveView, answers: Answers) {
  return [...choices, ...texts]
    .filter(({ id, required }) => required && (answers[id] ?? '').trim() === '')
    .map(({ id }) => ({ field: id, problem: 'Give this first.' }));
}
