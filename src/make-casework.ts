import type { Casework } from './casework/casework.ts';
import { realIds } from './casework/real-ids.ts';
import type { Config } from './config.ts';
import { bankHolidays } from './organisation/bank-holidays.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { Directory } from './people/directory.ts';
import { entraToken } from './people/entra-token.ts';
import { fileDirectory } from './people/file-directory.ts';
import { microsoft } from './people/graph-client.ts';
import { graphDirectory } from './people/graph-directory.ts';
import type { Store } from './store/store.ts';

/** Everything that reports and incidents need of the world, from the settings and the organisation's own files. */
export function makeCasework(config: Config, organisation: Organisation, store: Store): Casework {
  return {
    store,
    directory: directoryOf(config, organisation),
    process: organisation.process,
    routing: organisation.routing,
    isHoliday: bankHolidays(),
    tenants: config.mode === 'local' ? [tenantOf(organisation)] : config.tenants,
    now: () => new Date(),
    ids: realIds,
  };
}

/** The tenant of the sample people. */
export const tenantOf = (organisation: Organisation): string => organisation.people[0]?.tenant ?? '';

/** The organisation's Entra directory where the bot has an identity to ask it with; else the sample people. */
function directoryOf({ credentials }: Config, { people }: Organisation): Directory {
  if (credentials === null) return fileDirectory(people);
  return graphDirectory({ tenant: credentials.tenantId, token: entraToken(credentials, `${microsoft}/.default`) });
}
