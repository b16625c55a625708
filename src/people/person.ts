import type { Oid, PersonType } from '../incidents/roles.ts';

/** Somebody in the organisation's directory. */
export interface Person {
  readonly oid: Oid;
  readonly tenant: string;
  readonly name: string;
  readonly title: string | null;
  readonly email: string | null;
  readonly type: PersonType;
  /** The account is disabled: they are somebody's manager still, and get nothing. */
  readonly left: boolean;
}
