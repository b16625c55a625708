import type { Oid, PersonType } from '../incidents/roles.ts';
import { addressesIn } from './addresses.ts';
import type { Directory } from './directory.ts';
import { DirectoryDown } from './directory.ts';
import type { AskGraph, GraphAccess } from './graph-client.ts';
import { graphClient, microsoft } from './graph-client.ts';
import { matchScore, pairsOf } from './match-name.ts';
import { nameWords } from './name-words.ts';
import type { Person } from './person.ts';
import { recentAnswers } from './recent-answers.ts';

export interface GraphOptions extends GraphAccess {
  /** The Entra tenant whose directory this is. */
  readonly tenant: string;
  /** What an `employeeType` of the directory means; anything else is an employee, and a guest is another provider's. */
  readonly employeeTypes?: Readonly<Record<string, PersonType>>;
  /** How long an answer may be used again (ms); a minute unless told, 0 for never. */
  readonly keepMs?: number;
}

/** The organisation's Entra directory over Microsoft Graph. Answers are kept for a minute, failures never. */
export function graphDirectory(options: GraphOptions): Directory {
  const ask = graphClient(options);
  const directory: Directory = {
    person: async (oid) => (isId(oid) ? toPerson(options, await ask(`/users/${oid}?$select=${fields}`)) : undefined),
    find: (typed) => find(options, ask, typed),
    managersOf: (oid) => managersOf(ask, oid),
    members: (group) => members(options, ask, group),
  };
  return recentAnswers(directory, options.keepMs ?? 60_000, options.now ?? Date.now);
}

const fields = 'id,displayName,jobTitle,mail,userType,employeeType,accountEnabled';

async function find(options: GraphOptions, ask: AskGraph, typed: string): Promise<readonly Person[]> {
  const search = searchFor(typed);
  if (search === null) return [];
  const found = await ask(`/users?$search=${encodeURIComponent(search)}&$select=${fields}&$top=50`);
  const isName = nameWords(typed).length <= 2;
  return (
    valuesOf(found)
      .flatMap((value) => toPerson(options, value) ?? [])
      .map((person) => ({ person, score: matchScore(typed, person) }))
      // Graph knows more ways to write a name than we do; among other words it knows too many.
      .filter(({ score }) => score > 0 || isName)
      .sort((a, b) => b.score - a.score || a.person.name.localeCompare(b.person.name))
      .slice(0, 10)
      .map(({ person }) => person)
  );
}

/** Words of a name looked for at most; what comes after them is no name. */
const mostWords = 12;

/** All words, or two of them side by side, or an address; null for what says too little. */
function searchFor(typed: string): string | null {
  const words = (typed.match(/[\p{L}\p{N}'’-]+/gu) ?? []).slice(0, mostWords);
  if (words.join('').length < 2) return null;
  const all = (some: readonly string[]) => some.map((word) => `"displayName:${word}"`).join(' AND ');
  const pairs = words.length > 2 ? pairsOf(words).map(all) : [];
  const addresses = addressesIn(typed).filter((token) => token.includes('@') || words.length === 1);
  const locals = addresses.map((token) => `"mail:${token.split('@')[0]}"`);
  const choices = [all(words), ...pairs, ...locals];
  return choices.length === 1 ? (choices[0] as string) : choices.map((choice) => `(${choice})`).join(' OR ');
}

async function managersOf(ask: AskGraph, oid: Oid): Promise<readonly Oid[]> {
  if (!isId(oid)) return [];
  const found = await ask(`/users/${oid}?$expand=manager($levels=max;$select=id)&$select=id&$count=true`);
  const line: Oid[] = [];
  for (let next = above(found); next !== undefined && !line.includes(next.id) && next.id !== oid; next = above(next))
    line.push(next.id);
  return line;
}

function above(value: unknown): { id: string; manager?: unknown } | undefined {
  const manager = (value as { manager?: unknown } | undefined)?.manager as { id?: unknown } | undefined;
  return typeof manager?.id === 'string' ? (manager as { id: string }) : undefined;
}

/** Members of a group and of the groups in it, page by page. */
async function members(options: GraphOptions, ask: AskGraph, group: string): Promise<readonly Oid[]> {
  if (!isId(group)) return [];
  const oids: Oid[] = [];
  const start = `/groups/${group}/transitiveMembers/microsoft.graph.user?$select=id&$top=999&$count=true`;
  for (let path: string | undefined = start; path !== undefined; ) {
    const page: Record<string, unknown> | undefined = await ask(path);
    if (page === undefined && path !== start) throw new DirectoryDown('Microsoft Graph lost a page of a group');
    for (const value of valuesOf(page)) if (typeof value.id === 'string') oids.push(value.id);
    const next: unknown = page?.['@odata.nextLink'];
    path = typeof next === 'string' ? pathOf(options.address ?? microsoft, next) : undefined;
  }
  return oids;
}

/** The path of a page's link; only Graph itself is followed. */
function pathOf(address: string, link: string): string {
  const url = new URL(link, address);
  if (url.origin !== new URL(address).origin) throw new DirectoryDown('Microsoft Graph linked to another host');
  return url.pathname.replace(/^\/v1\.0/, '') + url.search;
}

function valuesOf(answer: Record<string, unknown> | undefined): readonly Record<string, unknown>[] {
  if (answer === undefined) return [];
  if (!Array.isArray(answer.value)) throw new DirectoryDown('Microsoft Graph answered something else than a list');
  return answer.value;
}

function toPerson(options: GraphOptions, user: Record<string, unknown> | undefined): Person | undefined {
  if (user === undefined) return undefined;
  const text = (field: string) =>
    typeof user[field] === 'string' && user[field] !== '' ? (user[field] as string) : null;
  const oid = text('id');
  if (oid === null) return undefined;
  const type =
    options.employeeTypes?.[text('employeeType') ?? ''] ?? (user.userType === 'Guest' ? 'other-provider' : 'employee');
  return {
    ...{ oid, tenant: options.tenant, name: text('displayName') ?? oid, title: text('jobTitle'), email: text('mail') },
    ...{ type, left: user.accountEnabled === false },
  };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
