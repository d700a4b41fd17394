-- The sources of a story that somebody has an opinion on.
CREATE TABLE opinion_source (
  space_id  INTEGER NOT NULL,
  message   TEXT    NOT NULL,
  person    TEXT    NOT NULL,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  PRIMARY KEY (space_id, message, person, source_id),
  FOREIGN KEY (space_id, message, person) REFERENCES opinion (space_id, message, person) ON DELETE CASCADE
) WITHOUT ROWID;

CREATE INDEX opinion_source_source ON opinion_source (source_id);
