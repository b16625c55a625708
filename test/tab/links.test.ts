import { clauseLinks, tabLink } from '../../src/cards/tab-links.ts';
import { readConfig } from '../../src/config.ts';
import { clauseAddress } from '../../src/tab/page/links.ts';
import { readRoute, routeOfHost, writeRoute } from '../../src/tab/page/route.ts';

const endpoint = 'https://bot.example.org/tab';
const appId = '30000000-0000-4000-8000-000000000001';

test.each(['6.1.3(a)', 'appendix1.marriage-and-civil-partnership', 'control.owner', 'a/b?c#d&e%20'])(
  '%s comes back from its address',
  (item) => {
    expect(readRoute(writeRoute({ page: 'policy', item }))).toEqual({ page: 'policy', item });
  },
);

test.each([
  ['', { page: 'policy', item: null }],
  ['#/', { page: 'policy', item: null }],
  ['#/nowhere/6.1', { page: 'policy', item: null }],
  ['#/incidents', { page: 'incidents', item: null }],
  ['#incidents/CIP-1', { page: 'incidents', item: 'CIP-1' }],
  ['#/policy/%E0%A4%A', { page: 'policy', item: '%E0%A4%A' }],
])('"%s" leads somewhere', (hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});

test('a link of a card and one of the page are the same, and name the clause to Teams', () => {
  const link = clauseLinks(() => ({ endpoint, appId }))('6.1.3(a)');
  expect(link).toBe(clauseAddress({ endpoint, appId }, '6.1.3(a)'));
  const { origin, pathname, searchParams } = new URL(link);
  expect(origin + pathname).toBe(`https://teams.microsoft.com/l/entity/${appId}/policy`);
  expect(searchParams.get('webUrl')).toBe(`${endpoint}#/policy/6.1.3(a)`);
  const { subEntityId } = JSON.parse(searchParams.get('context') ?? '');
  expect(routeOfHost('policy', subEntityId)).toEqual({ page: 'policy', item: '6.1.3(a)' });
});

test('without the app’s id a link leads to the browser, and without a tab nowhere', () => {
  expect(tabLink({ endpoint, appId: null }, 'policy', '6.1.2')).toBe(`${endpoint}#/policy/6.1.2`);
  expect(clauseLinks(() => null)('6.1.2')).toBe('');
});

test.each([
  'http://bot.example.org/tab',
  'https://bot.example.org',
  'https://bot.example.org/tab/',
  'bot.example.org/tab',
  'https:///tab',
])('TAB_ENDPOINT=%s is no address of a tab', (address) => {
  expect(() => readConfig({ TAB_ENDPOINT: address })).toThrow(/TAB_ENDPOINT/);
});

test('deployed, there is a tab where it has an address; locally always', () => {
  expect(readConfig({}).tab).toEqual({ endpoint: '', clientId: null, appId: null });
  expect(readConfig({ TAB_ENDPOINT: endpoint, AAD_APP_CLIENT_ID: 'a', TEAMS_APP_ID: 'b' }).tab).toEqual({
    ...{ endpoint, clientId: 'a', appId: 'b' },
  });
});
