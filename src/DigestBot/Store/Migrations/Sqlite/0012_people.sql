-- What a person has set for themselves in a space, and when they last caught up there, with which digest.
CREATE TABLE person (
  space_id         INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  person           TEXT    NOT NULL,
  time_zone        TEXT,
  language         TEXT,
  caught_up_at     INTEGER,
  caught_up_digest TEXT,
  changed_at       INTEGER NOT NULL,
  PRIMARY KEY (space_id, person)
) WITHOUT ROWID;
