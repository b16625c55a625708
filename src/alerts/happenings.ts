import type { IncidentEvent, Status } from '../incidents/incident.ts';
import type { AskId } from './asks.ts';

/** The alerts that the events of one commit call for, each once. A message to the reporter is news enough of its move. */
export function asksFor(events: readonly IncidentEvent[]): readonly AskId[] {
  const all = new Set(events.flatMap((event) => (event.kind === 'moved' ? movedAsks(event) : byKind(event))));
  if (all.has('casework-wrote')) all.delete('status-changed');
  return [...all];
}

function byKind(event: IncidentEvent): readonly AskId[] {
  switch (event.kind) {
    case 'routed':
      return ['new-report'];
    case 'recused':
      return ['taken-over'];
    case 'added':
    case 'evidence-added':
      return ['report-added-to'];
    case 'messaged':
      return [event.from === 'reporter' ? 'reporter-wrote' : 'casework-wrote'];
    case 'assigned':
      return ['manager-named'];
    case 'clock-raised':
      return [event.step];
    case 'check-in-asked':
      return ['check-in'];
    case 'check-in-answered':
      return event.retaliation ? ['retaliation-told'] : [];
    default:
      return [];
  }
}

const onEntering: Partial<Record<Status, AskId>> = { findings: 'findings-in', outcome: 'outcome-in' };

function movedAsks(event: IncidentEvent & { kind: 'moved' }): readonly AskId[] {
  const asks: AskId[] = [];
  const entered = event.to === event.from ? undefined : onEntering[event.to];
  if (entered) asks.push(entered);
  if (event.inputs.investigator) asks.push('investigator-named');
  if (event.inputs['decision-maker']) asks.push('decision-maker-named');
  if (event.inputs['appeal-officer']) asks.push('appeal-officer-named');
  if (event.by === 'reporter') asks.push('withdrawn');
  else if (event.to !== event.from) asks.push('status-changed');
  return asks;
}
