/** The pages of the tab; Teams knows them by the same names, as entity ids. */
export const pages = ['policy', 'incidents', 'figures'] as const;
export type Page = (typeof pages)[number];

/** What the address names: a page, and on it a clause or an incident. */
export interface Route {
  readonly page: Page;
  readonly item: string | null;
}

/** "#/policy/6.1.3(a)" as a route; anything that names no page is the policy. */
export function readRoute(hash: string): Route {
  const [page, ...rest] = hash.replace(/^#\/?/, '').split('/');
  const known = pages.find((one) => one === page);
  if (known === undefined) return { page: 'policy', item: null };
  return { page: known, item: decode(rest.join('/')) };
}

/** A route as an address within the page. */
export function writeRoute({ page, item }: Route): string {
  return `#/${page}${item === null ? '' : `/${encodeURIComponent(item)}`}`;
}

/** Where Teams says to go: the entity of a static tab, and what a deep link named on it. */
export function routeOfHost(page: string, subPage: string | undefined): Route | null {
  const known = pages.find((one) => one === page);
  if (known === undefined) return null;
  return subPage ? { page: known, item: subPage } : null;
}

function decode(text: string): string | null {
  if (text === '') return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
