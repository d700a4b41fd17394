CREATE TABLE digest (
  space_id    INTEGER NOT NULL REFERENCES space (id),
  id          TEXT    NOT NULL,
  composed_at INTEGER NOT NULL,
  ranker      INTEGER NOT NULL,
  document    TEXT    NOT NULL,
  PRIMARY KEY (space_id, id)
) WITHOUT ROWID;

CREATE INDEX digest_composed ON digest (composed_at);

CREATE TABLE conversation (
  space_id   INTEGER NOT NULL REFERENCES space (id),
  channel    TEXT    NOT NULL,
  digest_id  TEXT,
  questions  TEXT    NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (space_id, channel)
) WITHOUT ROWID;

CREATE INDEX conversation_expires ON conversation (expires_at);

-- Facts about this store itself, such as which samples it holds.
CREATE TABLE store_fact (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
