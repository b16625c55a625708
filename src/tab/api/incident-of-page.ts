import type { MoveView } from '../../cards/incident.ts';
import type { IncidentView } from '../../casework/incident-view.ts';
import { incidentMoves } from '../../requests/incident-moves.ts';
import { reportOf } from '../../requests/view-incident.ts';
import type { IncidentOfPage } from '../wire.ts';

/** The page asks for a name and then who of the directory is meant; it has no picker of its own. */
const viewer = { channelId: '', people: [], searches: false };

/** An incident for the page: the same facts and the same buttons as on its card in chat. */
export function incidentOfPage(incident: IncidentView): IncidentOfPage {
  const { moves, also } = incidentMoves(incident, viewer);
  return { incident, facts: reportOf(incident).slice(0, -1), moves, also: also.map(byName) };
}

function byName(move: MoveView): MoveView {
  if (move.verb !== 'name-party') return move;
  return {
    ...move,
    pickers: [],
    texts: [{ id: 'name', label: 'Name, as far as it is known (required)', required: true }],
  };
}
