/** Why the store cannot take or give anything just now. */
export type Trouble = 'full' | 'read-only' | 'locked' | 'disconnected' | 'denied' | 'failing';

const sentences: Record<Trouble, string> = {
  full: 'The disk is full.',
  'read-only': 'The store can be read but not written.',
  locked: 'Another program keeps the store locked.',
  disconnected: 'The database cannot be reached.',
  denied: 'The database does not let this program in: look at user, password and database name in DATABASE_URL.',
  failing: 'The database reports an error.',
};

/**
 * Nothing is wrong with what was asked; the place where it is kept does not work just now. The next call tries again,
 * no restart is needed. After a failed commit nothing was stored, unless `uncertain`.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  readonly trouble: Trouble;
  /** True if the connection went away while a commit was on its way: it may be stored. Ask again with the same ids. */
  readonly uncertain: boolean;
  /** The engine's own error number, for the log. Its words may hold content and are not kept. */
  readonly code: string;

  constructor(trouble: Trouble, code: string, uncertain = false) {
    const outcome = uncertain
      ? 'It is not certain whether the last change was stored; doing it again is safe.'
      : 'Not stored, nothing was lost, try again.';
    super(`${sentences[trouble]} ${outcome} (${code})`);
    this.trouble = trouble;
    this.code = code;
    this.uncertain = uncertain;
  }
}

/** A row is not what was sealed: somebody or something changed it outside of this program. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
  readonly kind: string;
  readonly id: string;
  readonly due: string | null;
  /** In a list: how many sound records came before it. */
  readonly index: number;

  constructor(row: { readonly kind: string; readonly id: string; readonly due: string | null }, index = 0) {
    super(`The record ${row.kind} ${row.id} was changed outside of this program. Run "audit verify", then restore it.`);
    this.kind = row.kind;
    this.id = row.id;
    this.due = row.due;
    this.index = index;
  }
}

/** The store cannot be opened as things are, and trying again does not help: key, schema or file are not the right ones. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
