import { act } from './act.ts';
import { noSuchThing, ok, type TabAnswer, type TabRequest } from './answer.ts';
import { figuresHandlers } from './figures.ts';
import {
  listIncidents,
  listUndelivered,
  showAudit,
  showEvidence,
  showIncident,
  showVersion,
  watchIncidents,
} from './incidents.ts';
import { showMe } from './me.ts';
import type { TabParts } from './parts.ts';
import { askPolicy, searchPolicy, showPolicy } from './policy.ts';

type Handler = (request: TabRequest, parts: TabParts) => Promise<TabAnswer> | TabAnswer;

/** What the page can ask; `*` stands for one part of the path. */
const fixedRoutes: Readonly<Record<string, Handler>> = {
  'GET setup': (_request, { setup }) => ok(setup()),
  'GET policy': showPolicy,
  'GET search': searchPolicy,
  'POST ask': askPolicy,
  'GET me': showMe,
  'GET incidents': listIncidents,
  'GET undelivered': listUndelivered,
  'GET incidents/*': showIncident,
  'GET incidents/*/version': showVersion,
  'GET incidents/*/audit': showAudit,
  'GET incidents/*/evidence/*': showEvidence,
  'GET watch': watchIncidents,
  'POST act': act,
};

/** Answers a request of the page. A "no" is an answer; a throw is a broken store or our bug. */
export function makeTabApi(parts: TabParts): (request: TabRequest) => Promise<TabAnswer> {
  const { showFigures, exportFigures } = figuresHandlers();
  const routes = { ...fixedRoutes, 'GET figures': showFigures, 'GET figures/*': exportFigures };
  const matchers = Object.entries(routes).map(([route, handler]) => ({ parts: route.split(/[ /]/), handler }));
  return async (request) => {
    const asked = [request.method, ...request.path];
    const route = matchers.find(
      (one) => one.parts.length === asked.length && one.parts.every((part, at) => part === '*' || part === asked[at]),
    );
    return route === undefined ? noSuchThing : route.handler(request, parts);
  };
}
