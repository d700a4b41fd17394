-- Where the bot writes to a person directly, and what holds there. quiet: hours of the day in which nothing is sent, read in
-- time_zone. told_at: when they were last told that they cannot be reached there.
CREATE TABLE direct_chat (
  person     text    NOT NULL PRIMARY KEY,
  channel_id bigint NOT NULL REFERENCES channel (id),
  quiet      text,
  time_zone  text    NOT NULL,
  language   text,
  told_at    bigint,
  changed_at bigint NOT NULL
);

CREATE UNIQUE INDEX direct_chat_channel ON direct_chat (channel_id);

-- A schedule that brings a topic to one person, in a space of their own. space_id: where they asked for it, and so whose news
-- it brings as long as they are there.
CREATE TABLE follow (
  schedule_id bigint NOT NULL PRIMARY KEY REFERENCES schedule (id),
  person      text    NOT NULL,
  space_id    bigint NOT NULL REFERENCES space (id),
  created_at  bigint NOT NULL
);

CREATE INDEX follow_person ON follow (person);
CREATE INDEX follow_space ON follow (space_id);
