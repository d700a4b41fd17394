-- Where the bot writes to a person directly, and what holds there. quiet: hours of the day in which nothing is sent, read in
-- time_zone. told_at: when they were last told that they cannot be reached there.
CREATE TABLE direct_chat (
  person     TEXT    NOT NULL PRIMARY KEY,
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  quiet      TEXT,
  time_zone  TEXT    NOT NULL,
  language   TEXT,
  told_at    INTEGER,
  changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE UNIQUE INDEX direct_chat_channel ON direct_chat (channel_id);

-- A schedule that brings a topic to one person, in a space of their own. space_id: where they asked for it, and so whose news
-- it brings as long as they are there.
CREATE TABLE follow (
  schedule_id INTEGER NOT NULL PRIMARY KEY REFERENCES schedule (id),
  person      TEXT    NOT NULL,
  space_id    INTEGER NOT NULL REFERENCES space (id),
  created_at  INTEGER NOT NULL
);

CREATE INDEX follow_person ON follow (person);
CREATE INDEX follow_space ON follow (space_id);
