import type { HistoryLine } from '../../../casework/history.ts';
import { dateAndTime } from '../dates.ts';

/** What happened, newest first. Texts are shown as they were written, never as marks or links. */
export function History({ lines }: { readonly lines: readonly HistoryLine[] }) {
  return (
    <section aria-labelledby="history" className="panel">
      <h2 id="history">History</h2>
      <ol className="history" reversed>
        {lines
          .map((line, at) => (
            <li key={at}>
              <time dateTime={line.at}>{dateAndTime(line.at)}</time>
              <span>
                <strong>{line.by}</strong> {line.what}
              </span>
              {line.text !== null && <p className="happened">{line.text}</p>}
            </li>
          ))
          .reverse()}
      </ol>
    </section>
  );
}
