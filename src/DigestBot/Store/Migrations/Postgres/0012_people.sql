-- What a person has set for themselves in a space, and when they last caught up there, with which digest.
CREATE TABLE person (
  space_id         bigint NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  person           text   NOT NULL,
  time_zone        text,
  language         text,
  caught_up_at     bigint,
  caught_up_digest text,
  changed_at       bigint NOT NULL,
  PRIMARY KEY (space_id, person)
);
