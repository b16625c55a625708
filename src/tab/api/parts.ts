import type { Casework } from '../../casework/casework.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import type { Store } from '../../store/store.ts';
import type { Setup } from '../wire.ts';
import type { Live } from './live.ts';

/** Everything that the tab's API needs of the world: the use cases' own world, and what it is told at the start. */
export interface TabParts {
  readonly organisation: Organisation;
  readonly store: Store;
  readonly casework: Casework;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly switches: { readonly answers: boolean };
  readonly setup: () => Setup;
  readonly live: Live;
  /** Called once an incident has moved, as from the chat. */
  readonly onMoved: (reference: string) => void;
  readonly warn: (event: string, error: unknown) => void;
}
