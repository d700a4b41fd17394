CREATE TABLE digest (
  space_id    bigint  NOT NULL REFERENCES space (id),
  id          text    NOT NULL,
  composed_at bigint  NOT NULL,
  ranker      bigint  NOT NULL,
  document    text    NOT NULL,
  PRIMARY KEY (space_id, id)
);

CREATE INDEX digest_composed ON digest (composed_at);

CREATE TABLE conversation (
  space_id   bigint  NOT NULL REFERENCES space (id),
  channel    text    NOT NULL,
  digest_id  text,
  questions  text    NOT NULL,
  expires_at bigint  NOT NULL,
  PRIMARY KEY (space_id, channel)
);

CREATE INDEX conversation_expires ON conversation (expires_at);

-- Facts about this store itself, such as which samples it holds.
CREATE TABLE store_fact (
  name  text NOT NULL PRIMARY KEY,
  value text NOT NULL
);
