import { readFileSync } from 'node:fs';
import { personTypes } from '../../src/incidents/roles.ts';
import { readRouting } from '../../src/organisation/routing.ts';

const file = 'policy/routing.yaml';
const text = readFileSync(file, 'utf8');

function refusal(from: string, to: string): string {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`Nothing of the file is "${from}".`);
  try {
    readRouting(file, changed);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The file was taken.');
}

describe('the routes', () => {
  test('exist for every type of person, each to a team that exists, with somewhere outside', () => {
    const routing = readRouting(file);
    for (const type of personTypes) expect(routing.teams[routing.routes[type].team]).toBeDefined();
    for (const team of routing.independent) expect(routing.teams[team]).toBeDefined();
    expect(routing.outside.length).toBeGreaterThan(0);
  });

  test.each([
    ['a type without a route', '  unknown: { team: casework', '  stranger: { team: casework', /unknown|stranger/],
    [
      'a route to no team',
      'agency: { team: casework',
      'agency: { team: caseworks',
      /routes\.agency\.team: there is no team "caseworks"/,
    ],
    [
      'an independent route to no team',
      'independent: [independent-people]',
      'independent: [nobody]',
      /independent\.0: there is no team "nobody"/,
    ],
    ['no independent route', 'independent: [independent-people]', 'independent: []', /independent/],
    ['no group of investigators', '  investigator: investigators\n', '', /no group is given for "investigator"/],
    [
      'no group of case managers where a route names one',
      '  case-manager: case-managers\n',
      '',
      /there is no group of case managers/,
    ],
    ['a group for a role that nobody has', '  investigator: investigators', '  inspector: investigators', /inspector/],
    ['a person type that is none', 'Agency: agency', 'Agency: agent', /employee-types/],
  ])('%s is refused with file, line and reason', (_what, from, to, reason) => {
    expect(refusal(from, to)).toMatch(reason);
    expect(refusal(from, to)).toMatch(/^policy\/routing\.yaml, line \d+: /);
  });
});
