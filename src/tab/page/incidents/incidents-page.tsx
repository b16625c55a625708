import { ForThose } from '../sign-in.tsx';

export default function IncidentsPage() {
  return (
    <>
      <h1 tabIndex={-1}>Incidents</h1>
      <ForThose page="incidents">
        <p />
      </ForThose>
    </>
  );
}
