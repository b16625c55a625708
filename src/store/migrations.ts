/** One step of the schema's history. Numbers run from 1 without a gap; a step that has been released is never changed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sqlite: string;
  readonly postgres: string;
}

/**
 * `due` is an ISO instant or `~`, which sorts after every instant: one column, one order on both engines.
 * `hashes` are the keyed hashes of the look-up keys; triggers keep `look_up` in step with them, also under a replica of the
 * release before. In `look_up` a key's records stand in the order of a list, so that a page costs the same at any size.
 * The reference to `data_key` is what makes rotation safe: no row can be under a key that is gone.
 */
export const migrations: readonly Migration[] = [
  {
    number: 1,
    name: 'records and data keys',
    sqlite: `
      CREATE TABLE data_key (id INTEGER PRIMARY KEY, master TEXT NOT NULL, wrapped BLOB NOT NULL) STRICT;
      CREATE TABLE record (
        kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL, due TEXT NOT NULL,
        hashes TEXT NOT NULL, key_id INTEGER NOT NULL REFERENCES data_key (id), sealed BLOB NOT NULL,
        PRIMARY KEY (kind, id)
      ) STRICT;
      CREATE INDEX record_by_status ON record (kind, status, due, id);
      CREATE INDEX record_by_due ON record (kind, due, id);
      CREATE TABLE look_up (hash TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (hash, kind, id))
        STRICT, WITHOUT ROWID;
      CREATE TRIGGER record_added AFTER INSERT ON record BEGIN
        INSERT INTO look_up SELECT value, new.kind, new.id FROM json_each(new.hashes);
      END;
      CREATE TRIGGER record_changed AFTER UPDATE OF hashes ON record WHEN old.hashes <> new.hashes BEGIN
        DELETE FROM look_up WHERE kind = old.kind AND id = old.id AND hash IN (SELECT value FROM json_each(old.hashes));
        INSERT INTO look_up SELECT value, new.kind, new.id FROM json_each(new.hashes);
      END;
      CREATE TRIGGER record_removed AFTER DELETE ON record BEGIN
        DELETE FROM look_up WHERE kind = old.kind AND id = old.id AND hash IN (SELECT value FROM json_each(old.hashes));
      END;`,
    postgres: `
      CREATE TABLE data_key (id integer PRIMARY KEY, master text NOT NULL, wrapped bytea NOT NULL);
      CREATE TABLE record (
        kind text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL, version integer NOT NULL,
        status text COLLATE "C" NOT NULL, due text COLLATE "C" NOT NULL, hashes text[] NOT NULL,
        key_id integer NOT NULL REFERENCES data_key (id), sealed bytea NOT NULL, PRIMARY KEY (kind, id)
      );
      ALTER TABLE record ALTER sealed SET STORAGE EXTERNAL;
      CREATE INDEX record_by_status ON record (kind, status, due, id);
      CREATE INDEX record_by_due ON record (kind, due, id);
      CREATE INDEX record_by_hash ON record USING gin (hashes) WITH (fastupdate = off);
      CREATE FUNCTION refuse_commit() RETURNS integer LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'conflict' USING ERRCODE = 'CP409'; END $$;`,
  },
  {
    number: 2,
    name: 'look-up in order of due',
    sqlite: `
      CREATE TABLE look_up_by_due (
        kind TEXT NOT NULL, hash TEXT NOT NULL, due TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, hash, due, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO look_up_by_due
        SELECT l.kind, l.hash, r.due, l.id FROM look_up l JOIN record r ON r.kind = l.kind AND r.id = l.id ORDER BY 1, 2, 3, 4;
      DROP TRIGGER record_added;
      DROP TRIGGER record_changed;
      DROP TRIGGER record_removed;
      DROP TABLE look_up;
      ALTER TABLE look_up_by_due RENAME TO look_up;
      CREATE TRIGGER record_added AFTER INSERT ON record WHEN new.hashes <> '[]' BEGIN
        INSERT INTO look_up SELECT new.kind, value, new.due, new.id FROM json_each(new.hashes);
      END;
      CREATE TRIGGER record_changed AFTER UPDATE OF hashes, due ON record
        WHEN old.hashes <> new.hashes OR (old.due <> new.due AND new.hashes <> '[]') BEGIN
        DELETE FROM look_up WHERE kind = old.kind AND hash IN (SELECT value FROM json_each(old.hashes))
          AND due = old.due AND id = old.id;
        INSERT INTO look_up SELECT new.kind, value, new.due, new.id FROM json_each(new.hashes);
      END;
      CREATE TRIGGER record_removed AFTER DELETE ON record WHEN old.hashes <> '[]' BEGIN
        DELETE FROM look_up WHERE kind = old.kind AND hash IN (SELECT value FROM json_each(old.hashes))
          AND due = old.due AND id = old.id;
      END;`,
    postgres: `
      LOCK TABLE record IN SHARE ROW EXCLUSIVE MODE;
      CREATE TABLE look_up (
        kind text COLLATE "C" NOT NULL, hash text COLLATE "C" NOT NULL, due text COLLATE "C" NOT NULL,
        id text COLLATE "C" NOT NULL
      );
      INSERT INTO look_up SELECT kind, unnest(hashes), due, id FROM record;
      ALTER TABLE look_up ADD PRIMARY KEY (kind, hash, due, id);
      CREATE FUNCTION keep_look_up() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP <> 'INSERT' THEN
            DELETE FROM look_up WHERE kind = old.kind AND hash = ANY (old.hashes) AND due = old.due AND id = old.id;
          END IF;
          IF TG_OP <> 'DELETE' THEN
            INSERT INTO look_up SELECT new.kind, hash, new.due, new.id FROM unnest(new.hashes) AS hash;
          END IF;
          RETURN NULL;
        END $$;
      CREATE TRIGGER record_added AFTER INSERT ON record FOR EACH ROW
        WHEN (new.hashes <> '{}') EXECUTE FUNCTION keep_look_up();
      CREATE TRIGGER record_changed AFTER UPDATE ON record FOR EACH ROW
        WHEN (old.hashes <> new.hashes OR (old.due <> new.due AND new.hashes <> '{}')) EXECUTE FUNCTION keep_look_up();
      CREATE TRIGGER record_removed AFTER DELETE ON record FOR EACH ROW
        WHEN (old.hashes <> '{}') EXECUTE FUNCTION keep_look_up();
      DROP INDEX record_by_hash;`,
  },
];
