import { standing } from '../../casework/standing.ts';
import type { Me } from '../wire.ts';
import { notSignedIn, ok, refuse, type TabAnswer, type TabRequest } from './answer.ts';
import type { TabParts } from './parts.ts';

/** Who is signed in, and which pages to show them. */
export async function showMe({ who }: TabRequest, { casework }: TabParts): Promise<TabAnswer> {
  if (who === null) return notSignedIn;
  const stands = await standing(casework, who);
  if (!stands.ok) return refuse(stands.refusal);
  const person = await casework.directory.person(who.oid);
  const { works, informationGovernance } = stands.value;
  return ok({ name: person?.name ?? who.name, incidents: works, figures: informationGovernance } satisfies Me);
}
