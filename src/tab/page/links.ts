import type { Setup } from '../wire.ts';
import { writeRoute } from './route.ts';

/** The link to a clause that one hands on: it opens in Teams where the app's id is known, else in a browser. */
export function clauseAddress({ endpoint, appId }: Setup['links'], clause: string): string {
  const address = `${endpoint}${writeRoute({ page: 'policy', item: clause })}`;
  if (appId === null) return address;
  const query = new URLSearchParams({ webUrl: address, context: JSON.stringify({ subEntityId: clause }) });
  return `https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/policy?${query.toString().replaceAll('+', '%20')}`;
}
