import { playgroundConfig } from '../../src/local/playground-config.ts';

const person = (number: number) => ({
  oid: `10000000-0000-4000-8000-00000000000${number}`,
  name: `Person Number${number}`,
  email: `person${number}@example.org`,
});
const configFor = (others: number) =>
  JSON.parse(
    playgroundConfig({
      tenant: '20000000-0000-4000-8000-000000000001',
      currentUser: person(1),
      others: Array.from({ length: others }, (_, index) => person(index + 2)),
    }),
  );

describe('the Playground takes exactly five people beside the one who sits at it', () => {
  test.each([0, 2, 5, 7])('given %i others', (others) => {
    const { currentUser, users } = configFor(others);
    expect(users).toHaveLength(5);
    const ids = [currentUser, ...users].map(({ aadObjectId }) => aadObjectId);
    expect(new Set(ids).size).toBe(6);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });
});

test('everybody has the names that its schema asks for', () => {
  for (const user of configFor(1).users)
    for (const field of ['id', 'name', 'userPrincipleName', 'givenName', 'surname', 'email'])
      expect(user[field]).toBeTruthy();
});
