-- What people think of the bot's answers; who thinks otherwise later has one opinion.
CREATE TABLE opinion (
  space_id INTEGER NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  message  TEXT NOT NULL,
  person   TEXT NOT NULL,
  likes    INTEGER NOT NULL,
  given_at INTEGER NOT NULL,
  PRIMARY KEY (space_id, message, person)
);

CREATE INDEX opinion_given ON opinion (given_at);
