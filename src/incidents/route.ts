import type { Oid, PersonType, Role } from './roles.ts';

/** A team that can take an incident, as the directory's group. */
export interface Team {
  readonly label: string;
  readonly group: string;
  /** The group that hears when the team does not act; its members may act for the team. */
  readonly lead: string | null;
}

/** Where reports about one type of person go (D2). */
export interface RouteRow {
  readonly team: string;
  /** Whether a case manager is named and alerted as well. */
  readonly caseManager: boolean;
  /** Where such a case may be referred, in words. */
  readonly referral: string;
}

export interface Routing {
  readonly teams: Readonly<Record<string, Team>>;
  readonly routes: Readonly<Record<PersonType, RouteRow>>;
  /** The directory's group of each role that is chosen from a group. */
  readonly groups: Readonly<Partial<Record<Role, string>>>;
  /** Teams that take over, in this order, when everybody of a route is excluded. */
  readonly independent: readonly string[];
  /** Told to the reporter when even these are excluded, and shown with every receipt. */
  readonly outside: readonly { readonly name: string; readonly contact: string }[];
  /** What the directory's employee types mean; everything else is an employee. */
  readonly employeeTypes: Readonly<Record<string, PersonType>>;
  /** Roles, in words, of who reads reports: for the card before the form. */
  readonly readers: readonly string[];
}

/** Who can take it among each team's members, excluded people and leavers left out already. */
export type Free = (team: string) => readonly Oid[];

export type RouteChoice =
  | { readonly team: string; readonly handlers: readonly Oid[]; readonly why: 'person type' | 'independent route' }
  | { readonly team: null; readonly handlers: readonly []; readonly why: 'everybody is excluded' };

/** The team for a type of person: its own, else the first independent one with somebody free; never nobody without saying so. */
export function chooseTeam(routing: Routing, personType: PersonType, free: Free): RouteChoice {
  const own = routing.routes[personType].team;
  for (const team of [own, ...routing.independent]) {
    const handlers = free(team);
    if (handlers.length > 0) return { team, handlers, why: team === own ? 'person type' : 'independent route' };
  }
  return { team: null, handlers: [], why: 'everybody is excluded' };
}
