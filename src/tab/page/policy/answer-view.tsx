import type { AskResult } from '../../wire.ts';
import { Crisis } from '../crisis.tsx';
import { writeRoute } from '../route.ts';
import { Published } from './clause-view.tsx';
import { useClauses } from './clauses.ts';

/** Which clauses answer, word for word; or that the policy is silent, and what comes nearest. */
export function AnswerView({ answer, here }: { readonly answer: AskResult; readonly here: string }) {
  const clause = useClauses();
  const isHere = answer.clauses[0] === here;
  return (
    <div className="answer">
      {answer.crisis !== null && <Crisis words={answer.crisis} />}
      {answer.crisis === null && answer.outcome === 'not-covered' && (
        <p>
          <strong>The policy does not say.</strong> {answer.silence}
          {answer.kept &&
            ' I keep the question, with names and numbers masked and without yours, for the policy owner.'}
        </p>
      )}
      {answer.outcome !== 'not-covered' && (
        <p>
          <strong>{isHere ? 'This clause answers it.' : 'The policy answers it:'}</strong>
        </p>
      )}
      {answer.clauses
        .filter((id) => id !== here)
        .map((id) => {
          const found = clause(id);
          if (found === undefined) return null;
          return (
            <blockquote key={id}>
              <a href={writeRoute({ page: 'policy', item: id })}>{found.name}</a>
              <Published text={found.text} />
            </blockquote>
          );
        })}
      {answer.notCovered.length > 0 && <p>The policy says nothing about: {answer.notCovered.join('; ')}.</p>}
      {answer.related.length > 0 && (
        <p>
          {answer.outcome === 'not-covered' ? 'Nearest: ' : 'Related: '}
          {answer.related.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={writeRoute({ page: 'policy', item: id })}>{clause(id)?.name ?? id}</a>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}
