import type { ClauseOfPage, PolicyView } from '../../wire.ts';
import { writeRoute } from '../route.ts';

/** Where there is room for it beside the document, it is open from the start. */
const wide = window.matchMedia('(min-width: 900px)');

/** The sections, as links. */
export function Contents({ policy }: { readonly policy: PolicyView }) {
  const sections = policy.clauses.filter(isHeading);
  return (
    <nav aria-labelledby="contents" className="contents">
      <details open={wide.matches}>
        <summary>
          <h2 id="contents">Contents</h2>
        </summary>
        <ul>
          {sections.map((section) => (
            <li key={section.id} className={section.parent === null ? '' : 'inner'}>
              <a href={writeRoute({ page: 'policy', item: section.id })}>{headingOf(section)}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

export function isHeading({ kind }: ClauseOfPage): boolean {
  return kind === 'section' || kind === 'table';
}

/** The heading as the document has it, with its number. */
export function headingOf({ path, title }: ClauseOfPage): string {
  return path.at(-1)?.replace(/:$/, '') ?? title;
}
