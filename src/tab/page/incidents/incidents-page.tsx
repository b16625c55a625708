import { useTab } from '../context.ts';
import { ForThose } from '../sign-in.tsx';
import { IncidentPage } from './incident-page.tsx';
import { IncidentsList } from './incidents-list.tsx';

/** The incidents that wait for somebody, or one of them. */
export default function IncidentsPage() {
  const { route, me } = useTab();
  // Another person sees another list: nothing of the one before stays on the page.
  const whose = me.kind === 'somebody' ? me.me.name : '';
  if (route.item !== null)
    return (
      <ForThose page="incidents" title={`Incident ${route.item}`}>
        <IncidentPage key={`${whose} ${route.item}`} reference={route.item} />
      </ForThose>
    );
  return (
    <ForThose page="incidents" title="Incidents">
      <IncidentsList key={whose} />
    </ForThose>
  );
}
