import { type FilledCard, fillCard } from './fill.ts';

interface Seat {
  readonly oid: string;
  readonly name: string;
  readonly role: string;
}

/** Local run only: the one seat of the chat client acts as one of the sample people. */
export function actAsCard(current: Seat, people: readonly Seat[]): FilledCard {
  return fillCard('act-as', {
    current: `${current.name} (${current.role})`,
    currentId: current.oid,
    people: people.map(({ oid, name, role }) => ({ value: oid, title: `${name}: ${role}` })),
  });
}
