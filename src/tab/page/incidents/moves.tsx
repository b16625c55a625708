import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { MoveView } from '../../../cards/incident.ts';
import type { ActedWords, IncidentOfPage } from '../../wire.ts';
import { MoveForm } from './move-form.tsx';

interface MovesProps {
  readonly shown: IncidentOfPage;
  readonly acted: (result: ActedWords) => void;
  readonly again: () => void;
}

/** What can be done now; each button opens what it asks, below itself. */
export function Moves({ shown, acted, again }: MovesProps) {
  const { moves, also } = shown;
  const [open, setOpen] = useState<string | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const move = [...moves, ...also].find((one) => one.opens === open);
  useEffect(() => {
    // A move that is no longer possible takes its form with it.
    if (open !== null && move === undefined) setOpen(null);
  }, [open, move]);
  const close = () => {
    setOpen(null);
    opener.current?.focus();
  };
  const button = (one: MoveView, appearance: 'primary' | 'secondary') => (
    <Button
      key={one.opens}
      appearance={appearance}
      aria-expanded={open === one.opens}
      onClick={(event) => {
        opener.current = event.currentTarget;
        setOpen(open === one.opens ? null : one.opens);
      }}
    >
      {one.title}
    </Button>
  );
  return (
    <section aria-labelledby="moves" className="panel">
      <h2 id="moves">What can be done</h2>
      {moves.length === 0 && <p>No step of the process is yours to take now.</p>}
      <div className="actions">{moves.map((one) => button(one, 'primary'))}</div>
      <div className="actions">{also.map((one) => button(one, 'secondary'))}</div>
      {move !== undefined && (
        <MoveForm
          key={move.opens}
          move={move}
          acted={(result) => {
            setOpen(null);
            acted(result);
          }}
          again={again}
          close={close}
        />
      )}
    </section>
  );
}
