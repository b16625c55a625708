/** A sample person as the Playground shows them. */
export interface PlaygroundPerson {
  /** Entra object id: a GUID. */
  readonly oid: string;
  readonly name: string;
  readonly email: string;
}

export interface PlaygroundPeople {
  readonly tenant: string;
  /** Who sits at the Playground. */
  readonly currentUser: PlaygroundPerson;
  /** The others: it wants exactly five, so more are left out and fewer filled up. */
  readonly others: readonly PlaygroundPerson[];
}

const seats = 5;

/** Its configuration file. JSON is YAML, so nothing has to be quoted by hand. */
export function playgroundConfig({ tenant, currentUser, others }: PlaygroundPeople): string {
  const users = Array.from({ length: seats }, (_, index) => userOf(others[index] ?? filler(index)));
  const config = {
    version: '0.1.1',
    tenantId: tenant,
    bot: { id: '28:00000000-0000-4000-8000-00000000b0b0', name: 'Can I Post?' },
    currentUser: userOf(currentUser),
    users,
    personalChat: { id: 'a:personal-chat' },
    groupChat: { id: '19:group-chat@thread.v2', name: 'Group chat' },
    team: {
      id: '19:general@thread.tacv2',
      name: 'Sample team',
      aadGroupId: '00000000-0000-4000-8000-00000000c0c0',
      channels: [{ id: '19:announcements@thread.tacv2', name: 'Announcements' }],
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

function userOf({ oid, name, email }: PlaygroundPerson) {
  const [givenName = name, ...rest] = name.split(' ');
  // "userPrincipleName" is how its schema spells it.
  return {
    id: `29:${oid}`,
    name,
    userPrincipleName: email,
    aadObjectId: oid,
    givenName,
    surname: rest.join(' ') || name,
    email,
  };
}

function filler(index: number): PlaygroundPerson {
  const oid = `00000000-0000-4000-8000-0000000fff0${index}`;
  return { oid, name: `Sample Person ${index + 1}`, email: `sample.person${index + 1}@example.org` };
}
