import { Badge } from '@fluentui/react-components';
import type { IncidentView } from '../../../casework/incident-view.ts';
import { longDate } from '../dates.ts';

const safety = { yes: 'Says they are safe', no: 'Says they are not safe', unsure: 'Is not sure' } as const;

/** How it stands: the clocks, and who is on it. */
export function StateOf({ incident }: { readonly incident: IncidentView }) {
  const now = new Date().toISOString();
  return (
    <section aria-labelledby="state" className="panel">
      <h2 id="state">How it stands</h2>
      {incident.deadlines.length === 0 ? (
        <p>{incident.paused ? 'The clocks are paused.' : 'No deadline is running.'}</p>
      ) : (
        <ul className="clocks">
          {incident.deadlines.map(({ clock, label, by, source }) => (
            <li key={clock}>
              <strong>{label}</strong> by {longDate(by)}{' '}
              {by < now && (
                <Badge appearance="filled" color="danger">
                  Overdue
                </Badge>
              )}
              <small>{source}</small>
            </li>
          ))}
        </ul>
      )}
      <dl>
        <div>
          <dt>Team</dt>
          <dd>{incident.team ?? 'Waiting to be routed'}</dd>
        </div>
        {incident.people.map(({ role, name }) => (
          <div key={role}>
            <dt>{capital(role.replaceAll('-', ' '))}</dt>
            <dd>{name}</dd>
          </div>
        ))}
        <div>
          <dt>Reporter</dt>
          <dd>{incident.reporter}</dd>
        </div>
        <div>
          <dt>Safe now</dt>
          <dd>{safety[incident.report.safeNow]}</dd>
        </div>
      </dl>
    </section>
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
