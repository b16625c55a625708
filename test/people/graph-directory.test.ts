import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DirectoryDown } from '../../src/people/directory.ts';
import { graphDirectory } from '../../src/people/graph-directory.ts';

const id = (n: number) => `40000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const tenant = '20000000-0000-4000-8000-000000000003';
const user = (n: number, more: object = {}) => ({
  ...{ id: id(n), displayName: `Person ${n}`, jobTitle: 'Officer', mail: null, userType: 'Member' },
  ...{ employeeType: null, accountEnabled: true, ...more },
});

/** A Graph of this protocol: advanced queries need their header and count, pages link on, errors come as Graph's do. */
class FakeGraph {
  readonly seen: { url: URL; headers: IncomingMessage['headers'] }[] = [];
  readonly users = new Map<string, object & { id: string; displayName: string; manager?: string }>();
  readonly groups = new Map<string, string[]>();
  /** Answers to give before any real one. */
  readonly troubles: ((response: ServerResponse) => unknown)[] = [];
  pageSize = 2;
  #server: Server = createServer((request, response) => this.#answer(request, response));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): unknown {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    this.seen.push({ url, headers: request.headers });
    const trouble = this.troubles.shift();
    // A client that has given up by now takes its trouble with it.
    if (response.destroyed) return undefined;
    if (trouble) return trouble(response);
    if (request.headers.authorization !== 'Bearer good') return fail(response, 401, 'InvalidAuthenticationToken');
    const query = url.searchParams;
    const advanced = query.has('$search') || (query.get('$expand') ?? '').includes('$levels');
    if (advanced && request.headers.consistencylevel !== 'eventual')
      return fail(response, 400, 'Request_UnsupportedQuery');
    const [, version, kind, key, part] = url.pathname.split('/');
    if (version !== 'v1.0') return fail(response, 400, 'BadRequest');
    if (kind === 'groups' && part === 'transitiveMembers') return this.#members(url, response, key ?? '');
    if (kind === 'users' && key === undefined) return this.#search(response, query.get('$search') ?? '');
    const found = this.users.get(key ?? '');
    if (found === undefined) return fail(response, 404, 'Request_ResourceNotFound');
    const { manager, ...own } = found;
    return send(response, 200, advanced ? { id: own.id, ...this.#above(manager, 0) } : own);
  }

  #above(manager: string | undefined, depth: number): object {
    if (manager === undefined || depth > 20) return {};
    return {
      manager: {
        '@odata.type': '#microsoft.graph.user',
        id: manager,
        ...this.#above(this.users.get(manager)?.manager, depth + 1),
      },
    };
  }

  #members(url: URL, response: ServerResponse, group: string): unknown {
    const all = this.groups.get(group);
    if (all === undefined) return fail(response, 404, 'Request_ResourceNotFound');
    const from = Number(url.searchParams.get('$skiptoken') ?? 0);
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(from + this.pageSize));
    const more = from + this.pageSize < all.length ? { '@odata.nextLink': next.href } : {};
    return send(response, 200, { value: all.slice(from, from + this.pageSize).map((oid) => ({ id: oid })), ...more });
  }

  #search(response: ServerResponse, search: string): unknown {
    const choices = search.split(/(?<=\)) OR (?=\()/).map((choice) => choice.replace(/^\(|\)$/g, '').split(' AND '));
    const clauses = choices.map((choice) => choice.map((clause) => /^"(displayName|mail):([^"]+)"$/.exec(clause)));
    if (clauses.flat().includes(null)) return fail(response, 400, 'Request_BadRequest');
    const fits = (one: { displayName: string; mail?: string | null }) =>
      clauses.some((choice) =>
        choice.every((clause) => {
          const parts = clause?.[1] === 'mail' ? [one.mail ?? ''] : one.displayName.split(' ');
          return parts.some((part) => part.toLowerCase().startsWith(clause?.[2]?.toLowerCase() ?? '-'));
        }),
      );
    return send(response, 200, { value: [...this.users.values()].filter(fits) });
  }
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, code: string, headers: Record<string, string> = {}): void {
  send(response, status, { error: { code, message: 'No.' } }, headers);
}

describe('the directory over Microsoft Graph', () => {
  const graph = new FakeGraph();
  let address = '';
  let now = 0;
  const open = (more: object = {}) =>
    graphDirectory({ address, tenant, token: async () => 'good', now: () => now, ...more });

  beforeAll(async () => {
    address = await graph.start();
  });
  afterAll(() => graph.stop());
  beforeEach(() => {
    graph.users.clear();
    graph.groups.clear();
    graph.troubles.length = 0;
    graph.seen.length = 0;
    now += 1_000_000;
  });
  const add = (n: number, more: object = {}) => graph.users.set(id(n), user(n, more));

  test('tells who somebody is, with what they are to the organisation', async () => {
    add(1, { mail: 'one@example.org' });
    add(2, { employeeType: 'Agency' });
    add(3, { userType: 'Guest' });
    add(4, { accountEnabled: false });
    const directory = open({ employeeTypes: { Agency: 'agency' } });
    expect(await directory.person(id(1))).toEqual({
      ...{
        oid: id(1),
        tenant,
        name: 'Person 1',
        title: 'Officer',
        email: 'one@example.org',
        type: 'employee',
        left: false,
      },
    });
    expect(await directory.person(id(2))).toMatchObject({ type: 'agency' });
    expect(await directory.person(id(3))).toMatchObject({ type: 'other-provider' });
    expect(await directory.person(id(4))).toMatchObject({ left: true });
    expect(await directory.person(id(9))).toBeUndefined();
  });

  test('gives the whole management line, nearest first, and ends in a circle', async () => {
    add(1, { manager: id(2) });
    add(2, { manager: id(3) });
    add(3);
    add(5, { manager: id(6) });
    add(6, { manager: id(5) });
    expect(await open().managersOf(id(1))).toEqual([id(2), id(3)]);
    expect(await open().managersOf(id(3))).toEqual([]);
    expect(await open().managersOf(id(5))).toEqual([id(6)]);
    expect(await open().managersOf(id(9))).toEqual([]);
  });

  test('reads every page of a group, and an unknown group as empty', async () => {
    graph.groups.set(id(70), [1, 2, 3, 4, 5].map(id));
    expect(await open().members(id(70))).toEqual([1, 2, 3, 4, 5].map(id));
    expect(await open().members(id(71))).toEqual([]);
    expect(await open().members('hr-casework')).toEqual([]);
  });

  test('finds people by a name as typed, whatever is typed', async () => {
    add(1, { displayName: "Tom O'Neill" });
    add(2, { displayName: 'Tomasz Nowak' });
    add(3, { displayName: 'Ann Tomlin' });
    const names = async (typed: string) => (await open().find(typed)).map(({ name }) => name);
    expect(await names('tom')).toEqual(["Tom O'Neill", 'Ann Tomlin', 'Tomasz Nowak']);
    expect(await names('Nowak, Tomasz')).toEqual(['Tomasz Nowak']);
    expect(await names('"; DROP \\ & $filter=')).toEqual([]);
    expect(await names('x')).toEqual([]);
  });

  test('finds people by their name among other words, and by their address, with one question', async () => {
    add(1, { displayName: 'Priya Nandakumar', mail: 'priya.nandakumar@example.org' });
    add(2, { displayName: 'Marsh, Colin', mail: 'cmarsh@example.org' });
    add(3, { displayName: 'My Caseworth' });
    const names = async (typed: string) => (await open().find(typed)).map(({ name }) => name);
    expect(await names('Priya Nandakumar (HR)')).toEqual(['Priya Nandakumar']);
    expect(await names('my caseworker priya nandakumar')).toEqual(['Priya Nandakumar']);
    expect(await names('priya.nandakumar@example.org')).toEqual(['Priya Nandakumar']);
    expect(await names('cmarsh@example.org')).toEqual(['Marsh, Colin']);
    expect(await names('it was cmarsh@example.org')).toEqual(['Marsh, Colin']);
    expect(await names('cmarsh')).toEqual(['Marsh, Colin']);
    expect(graph.seen).toHaveLength(6);
  });

  test('asks nothing for what is no id', async () => {
    expect(await open().person('../../me')).toBeUndefined();
    expect(await open().managersOf('me')).toEqual([]);
    expect(graph.seen).toEqual([]);
  });

  test('waits as long as Graph asks when that is short, and tries again', async () => {
    add(1);
    graph.troubles.push((response) => fail(response, 429, 'TooManyRequests', { 'retry-after': '1' }));
    expect(await open().person(id(1))).toMatchObject({ name: 'Person 1' });
    expect(graph.seen).toHaveLength(2);
  });

  test('leaves Graph alone for as long as it asks when that is long', async () => {
    add(1);
    const directory = open();
    graph.troubles.push((response) => fail(response, 429, 'TooManyRequests', { 'retry-after': '120' }));
    await expect(directory.person(id(1))).rejects.toThrow(DirectoryDown);
    await expect(directory.person(id(1))).rejects.toThrow(DirectoryDown);
    expect(graph.seen).toHaveLength(1);
    now += 121_000;
    expect(await directory.person(id(1))).toMatchObject({ name: 'Person 1' });
  });

  test.each([
    ['a server error', (response: ServerResponse) => fail(response, 500, 'InternalServerError')],
    ['a refusal', (response: ServerResponse) => fail(response, 403, 'Authorization_RequestDenied')],
    [
      'a page that is no JSON',
      (response: ServerResponse) => response.setHeader('content-type', 'application/json').end('<html>'),
    ],
    ['a connection that breaks', (response: ServerResponse) => response.destroy()],
    ['silence', () => undefined],
    [
      'a way to another host',
      (response: ServerResponse) => {
        response.statusCode = 302;
        response.setHeader('location', 'http://localhost:9/').end();
      },
    ],
  ])('is down after %s, and asks again the next time', async (_what, trouble) => {
    graph.groups.set(id(70), [id(1)]);
    const directory = open({ timeoutMs: 300 });
    graph.troubles.push(trouble as (response: ServerResponse) => unknown);
    await expect(directory.members(id(70))).rejects.toThrow(DirectoryDown);
    expect(await directory.members(id(70))).toEqual([id(1)]);
  });

  test('gives the token to no other host that a page links to', async () => {
    const stranger = new FakeGraph();
    const elsewhere = await stranger.start();
    graph.troubles.push((response) => send(response, 200, { value: [], '@odata.nextLink': `${elsewhere}/v1.0/steal` }));
    graph.groups.set(id(70), []);
    const asked = open().members(id(70));
    await asked.catch(() => undefined);
    await stranger.stop();
    await expect(asked).rejects.toThrow(DirectoryDown);
    expect(stranger.seen).toEqual([]);
  });

  test('says in its error neither the token nor who was asked for', async () => {
    graph.troubles.push((response) => fail(response, 403, 'Authorization_RequestDenied'));
    const message = await open()
      .person(id(1))
      .then(String, (error: Error) => error.message);
    expect(message).toBe('Microsoft Graph did not answer: 403 Authorization_RequestDenied');
  });

  test('uses an answer again for a minute, asks once for many at a time, and then anew', async () => {
    add(1);
    const directory = open();
    await Promise.all([1, 2, 3].map(() => directory.person(id(1))));
    now += 59_000;
    await directory.person(id(1));
    expect(graph.seen).toHaveLength(1);
    now += 2_000;
    add(1, { accountEnabled: false });
    expect(await directory.person(id(1))).toMatchObject({ left: true });
  });
});
