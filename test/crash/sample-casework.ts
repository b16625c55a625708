import type { Casework } from '../../src/casework/casework.ts';
import { fileReport } from '../../src/casework/file-report.ts';
import { realIds } from '../../src/casework/real-ids.ts';
import { bankHolidays } from '../../src/organisation/bank-holidays.ts';
import { readPeople } from '../../src/organisation/people.ts';
import { readProcess } from '../../src/organisation/process.ts';
import { readRouting } from '../../src/organisation/routing.ts';
import { fileDirectory } from '../../src/people/file-directory.ts';
import type { Store } from '../../src/store/store.ts';

export const people = readPeople('policy/people.yaml');

/** The project's own policy files and sample people over a store. */
export function sampleCasework(store: Store, now: () => Date): Casework {
  return {
    store,
    directory: fileDirectory(people),
    process: readProcess('policy/process.yaml'),
    routing: readRouting('policy/routing.yaml'),
    isHoliday: bankHolidays(),
    tenants: [people[0]?.tenant ?? ''],
    now,
    ids: realIds,
  };
}

/** A clock that runs `speed` times as fast from an instant on (epoch ms), and agrees with every other such clock. */
export function clockFrom(origin: number, speed: number): () => Date {
  return () => new Date(origin + (Date.now() - origin) * speed);
}

/** Files a report as the first of the sample people; gives its reference. */
export async function fileSample(casework: Casework, nonce: string): Promise<string> {
  const { oid = '', tenant = '', name = '' } = people[0] ?? {};
  const draft = {
    ...{ level: 'named', happened: 'Insults about my accent in a group chat. '.repeat(8), when: 'yesterday' },
    ...{ safeNow: 'yes', managersTold: true },
  } as const;
  const result = await fileReport(casework, { oid, tenant, name }, draft, nonce);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.reference;
}
