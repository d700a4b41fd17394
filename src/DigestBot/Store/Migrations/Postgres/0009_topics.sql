-- What a space means by a word: the names under which it is written about, and what only looks like it.
CREATE TABLE topic (
  space_id   bigint NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  name_key   text NOT NULL,
  name       text NOT NULL,
  include    text NOT NULL,
  exclude    text NOT NULL,
  created_at bigint NOT NULL,
  PRIMARY KEY (space_id, name_key)
);
