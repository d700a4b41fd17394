-- What a space means by a word: the names under which it is written about, and what only looks like it.
CREATE TABLE topic (
  space_id   INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  name_key   TEXT NOT NULL,
  name       TEXT NOT NULL,
  include    TEXT NOT NULL,
  exclude    TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (space_id, name_key)
);
