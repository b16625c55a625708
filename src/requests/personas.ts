import type { Actor } from './turn.ts';

/**
 * The persona switch of the local run: the chat client has one seat, so its user acts as one of the sample people.
 * Exists in local mode only; nothing in a deployed run can make one person another.
 */
export class Personas {
  readonly #people: readonly { readonly oid: string; readonly name: string; readonly role: string }[];
  readonly #tenant: string;
  #current: string;

  constructor(
    people: readonly { readonly oid: string; readonly name: string; readonly role: string }[],
    tenant: string,
  ) {
    const first = people[0];
    if (first === undefined)
      throw new Error('policy/people.yaml names nobody: the local run needs at least one person to act as');
    this.#people = people;
    this.#tenant = tenant;
    this.#current = first.oid;
  }

  get people(): readonly { readonly oid: string; readonly name: string; readonly role: string }[] {
    return this.#people;
  }

  get current(): { readonly oid: string; readonly name: string; readonly role: string } {
    return this.#people.find((person) => person.oid === this.#current) as { oid: string; name: string; role: string };
  }

  /** Who the seat's user is for this turn. */
  actorFor(seat: Actor): Actor {
    return { ...seat, oid: this.#current, tenant: this.#tenant, name: this.current.name };
  }

  /** False where nobody of that id or name is known. */
  become(idOrName: string): boolean {
    const wanted = idOrName.trim().toLowerCase();
    const found =
      this.#people.find((person) => person.oid === wanted) ??
      this.#people.find((person) => person.name.toLowerCase().startsWith(wanted) && wanted !== '');
    if (found) this.#current = found.oid;
    return found !== undefined;
  }
}
