-- The sources of a story that somebody has an opinion on.
CREATE TABLE opinion_source (
  space_id  bigint NOT NULL,
  message   text   NOT NULL,
  person    text   NOT NULL,
  source_id bigint NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  PRIMARY KEY (space_id, message, person, source_id),
  FOREIGN KEY (space_id, message, person) REFERENCES opinion (space_id, message, person) ON DELETE CASCADE
);

CREATE INDEX opinion_source_source ON opinion_source (source_id);
