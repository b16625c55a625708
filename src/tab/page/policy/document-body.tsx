import type { ClauseOfPage, PolicyView } from '../../wire.ts';
import { ClauseView } from './clause-view.tsx';
import { headingOf, isHeading } from './contents.tsx';

interface Section {
  readonly heading: ClauseOfPage | null;
  readonly clauses: ClauseOfPage[];
}

/** The whole document in its own order. */
export function DocumentBody({ policy, asked }: { readonly policy: PolicyView; readonly asked: string | null }) {
  return (
    <div className="document">
      {sectionsOf(policy.clauses).map(({ heading, clauses }, at) => (
        <section key={heading?.id ?? at} aria-labelledby={heading === null ? undefined : `heading-${heading.id}`}>
          {heading !== null && <Heading clause={heading} asked={asked} />}
          {clauses.map((clause) => (
            <ClauseView key={clause.id} clause={clause} asked={asked === clause.id} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Heading({ clause, asked }: { readonly clause: ClauseOfPage; readonly asked: string | null }) {
  const Level = clause.parent === null ? 'h2' : 'h3';
  const own = headingOf(clause);
  const words = clause.text.replace(/<[^>]*>|\*\*/g, '').trim();
  const bare = words.replace(/:$/, '') === own || words.replace(/:$/, '') === clause.title;
  return (
    <>
      <Level id={`heading-${clause.id}`}>{own}</Level>
      {bare ? (
        <span id={`clause-${clause.id}`} tabIndex={-1} className="anchor" />
      ) : (
        <ClauseView clause={clause} asked={asked === clause.id} />
      )}
    </>
  );
}

function sectionsOf(clauses: readonly ClauseOfPage[]): readonly Section[] {
  const sections: Section[] = [];
  for (const clause of clauses) {
    if (isHeading(clause) || sections.length === 0)
      sections.push({ heading: isHeading(clause) ? clause : null, clauses: [] });
    if (!isHeading(clause)) sections.at(-1)?.clauses.push(clause);
  }
  return sections;
}
