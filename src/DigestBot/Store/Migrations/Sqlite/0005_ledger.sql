-- Texts that many rows share, by the SHA-256 of their content. used_at moves when one is entered again.
CREATE TABLE body (
  hash    TEXT    NOT NULL PRIMARY KEY,
  text    TEXT    NOT NULL,
  used_at INTEGER NOT NULL
);

CREATE INDEX body_used ON body (used_at);

-- A digest of a schedule is one body for all spaces, and its document is empty.
ALTER TABLE digest ADD COLUMN body TEXT REFERENCES body (hash);

CREATE INDEX digest_body ON digest (body) WHERE body IS NOT NULL;

CREATE TABLE channel (
  id             INTEGER PRIMARY KEY,
  space_id       INTEGER NOT NULL REFERENCES space (id),
  address        TEXT    NOT NULL,
  reference      TEXT,
  parked_at      INTEGER,
  parked_reason  TEXT,
  refusals       INTEGER NOT NULL,
  last_delivered INTEGER,
  created_at     INTEGER NOT NULL,
  UNIQUE (space_id, address)
);

CREATE INDEX channel_parked ON channel (parked_at) WHERE parked_at IS NOT NULL;

-- name_key is the name as it is compared. revision: the number of the last change to any schedule that touched this one.
CREATE TABLE schedule (
  id            INTEGER PRIMARY KEY,
  space_id      INTEGER NOT NULL REFERENCES space (id),
  channel_id    INTEGER NOT NULL REFERENCES channel (id),
  name          TEXT    NOT NULL,
  name_key      TEXT    NOT NULL,
  topic         TEXT,
  times         TEXT    NOT NULL,
  days          INTEGER NOT NULL,
  zone          TEXT    NOT NULL,
  stories       INTEGER,
  if_empty      TEXT    NOT NULL,
  catch_up      INTEGER NOT NULL,
  quiet         TEXT,
  mention_role  TEXT,
  paused        INTEGER NOT NULL,
  skip_next     INTEGER NOT NULL,
  origin        TEXT    NOT NULL,
  created_by    TEXT    NOT NULL,
  created_at    INTEGER NOT NULL,
  opened_until  INTEGER NOT NULL,
  next_due      INTEGER,
  covered_until INTEGER,
  next_number   INTEGER NOT NULL,
  revision      INTEGER NOT NULL,
  removed_at    INTEGER
);

CREATE UNIQUE INDEX schedule_name ON schedule (space_id, name_key) WHERE removed_at IS NULL;
CREATE INDEX schedule_due ON schedule (next_due) WHERE next_due IS NOT NULL;
CREATE INDEX schedule_paused ON schedule (space_id, paused) WHERE removed_at IS NULL;
CREATE INDEX schedule_revision ON schedule (revision);
CREATE INDEX schedule_channel ON schedule (channel_id);

-- take_at: from when on a worker may take the row; while one holds it, the end of its lease; null when nothing is left to do.
-- token grows whenever the row is taken: writes with an older one are refused.
CREATE TABLE occurrence (
  id          INTEGER PRIMARY KEY,
  schedule_id INTEGER NOT NULL REFERENCES schedule (id),
  slot        TEXT    NOT NULL,
  due         INTEGER NOT NULL,
  state       TEXT    NOT NULL,
  skipped     TEXT,
  problem     TEXT,
  late        INTEGER NOT NULL,
  take_at     INTEGER,
  claimed_by  TEXT,
  token       INTEGER NOT NULL,
  attempts    INTEGER NOT NULL,
  composed_at INTEGER,
  digest_id   TEXT,
  parts       INTEGER NOT NULL,
  delivered   INTEGER NOT NULL,
  finished_at INTEGER,
  UNIQUE (schedule_id, slot)
);

CREATE INDEX occurrence_take ON occurrence (take_at) WHERE take_at IS NOT NULL;
CREATE INDEX occurrence_due ON occurrence (due);
CREATE INDEX occurrence_history ON occurrence (schedule_id, due);
CREATE INDEX occurrence_queued ON occurrence (schedule_id) WHERE state = 'Queued';

-- take_at and token as above; a part that waits for the one before it has no take_at yet. worker: who holds it.
-- ready_at keeps the place in the queue while take_at is the end of a lease. body is forgotten before the row's key.
CREATE TABLE post (
  id            INTEGER PRIMARY KEY,
  key           TEXT    NOT NULL UNIQUE,
  occurrence_id INTEGER REFERENCES occurrence (id),
  channel_id    INTEGER NOT NULL REFERENCES channel (id),
  platform      TEXT    NOT NULL,
  part          INTEGER NOT NULL,
  parts         INTEGER NOT NULL,
  body          TEXT    REFERENCES body (hash),
  mention_role  TEXT,
  state         TEXT    NOT NULL,
  take_at       INTEGER,
  ready_at      INTEGER,
  worker        TEXT,
  token         INTEGER NOT NULL,
  attempts      INTEGER NOT NULL,
  sending_since INTEGER,
  unsure        INTEGER NOT NULL,
  unsure_since  INTEGER,
  message_id    TEXT,
  queued_at     INTEGER NOT NULL,
  give_up_at    INTEGER NOT NULL,
  finished_at   INTEGER,
  trail         TEXT    NOT NULL,
  UNIQUE (occurrence_id, part)
);

CREATE INDEX post_take ON post (platform, take_at) WHERE take_at IS NOT NULL;
-- No two messages of a channel are ever held at once.
CREATE UNIQUE INDEX post_held ON post (channel_id) WHERE worker IS NOT NULL;
CREATE INDEX post_open ON post (channel_id, take_at) WHERE finished_at IS NULL;
CREATE INDEX post_kept ON post (state, finished_at) WHERE finished_at IS NOT NULL AND body IS NOT NULL;
CREATE INDEX post_kept_channel ON post (channel_id, state) WHERE finished_at IS NOT NULL AND body IS NOT NULL;
CREATE INDEX post_unsure ON post (channel_id) WHERE unsure > 0 AND body IS NOT NULL;
CREATE INDEX post_body ON post (body) WHERE body IS NOT NULL;

-- sentence: hash of its text. It belongs to the first slot that shows it: two slots at once never show the same.
-- Without references: what it refers to is never removed, and there are many rows.
CREATE TABLE shown (
  channel_id    INTEGER NOT NULL,
  sentence      INTEGER NOT NULL,
  occurrence_id INTEGER NOT NULL,
  shown_at      INTEGER NOT NULL,
  PRIMARY KEY (channel_id, sentence)
) WITHOUT ROWID;

CREATE INDEX shown_occurrence ON shown (occurrence_id);
CREATE INDEX shown_at ON shown (shown_at);

-- next_free: from when on the platform's budget has room, in ticks of 100 ns since the year 1: at 50 a second milliseconds
-- would do, at 30 they would drift.
CREATE TABLE platform_pace (
  platform     TEXT    NOT NULL PRIMARY KEY,
  next_free    INTEGER NOT NULL,
  paused_until INTEGER,
  reason       TEXT
) WITHOUT ROWID;

CREATE TABLE lease (
  name       TEXT    NOT NULL PRIMARY KEY,
  owner      TEXT    NOT NULL,
  token      INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) WITHOUT ROWID;
