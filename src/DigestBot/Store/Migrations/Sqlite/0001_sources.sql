CREATE TABLE space (
  id         INTEGER PRIMARY KEY,
  key        TEXT    NOT NULL UNIQUE,
  time_zone  TEXT    NOT NULL,
  language   TEXT,
  created_at INTEGER NOT NULL
);

-- key is the identity of a source: one row for one feed, however many spaces follow it.
CREATE TABLE source (
  id            INTEGER PRIMARY KEY,
  key           TEXT    NOT NULL UNIQUE,
  kind          TEXT    NOT NULL,
  name          TEXT    NOT NULL,
  location      TEXT,
  shared        INTEGER NOT NULL,
  paused        INTEGER NOT NULL,
  etag          TEXT,
  last_modified TEXT,
  last_check    INTEGER,
  last_success  INTEGER,
  next_check    INTEGER,
  failures      INTEGER NOT NULL,
  last_error    TEXT,
  articles      INTEGER NOT NULL,
  added_at      INTEGER NOT NULL
);

CREATE INDEX source_due ON source (next_check) WHERE next_check IS NOT NULL;
CREATE INDEX source_shared ON source (shared);

CREATE TABLE space_source (
  space_id  INTEGER NOT NULL REFERENCES space (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  added_at  INTEGER NOT NULL,
  PRIMARY KEY (space_id, source_id)
) WITHOUT ROWID;

CREATE INDEX space_source_source ON space_source (source_id);
