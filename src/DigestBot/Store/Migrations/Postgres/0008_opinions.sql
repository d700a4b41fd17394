-- What people think of the bot's answers; who thinks otherwise later has one opinion.
CREATE TABLE opinion (
  space_id bigint NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  message  text NOT NULL,
  person   text NOT NULL,
  likes    bigint NOT NULL,
  given_at bigint NOT NULL,
  PRIMARY KEY (space_id, message, person)
);

CREATE INDEX opinion_given ON opinion (given_at);
