-- Why the next check is when it is; since when a source is given up, null while it is asked; how often it was checked.
ALTER TABLE source ADD COLUMN next_why TEXT;
ALTER TABLE source ADD COLUMN dead_at INTEGER;
ALTER TABLE source ADD COLUMN checks INTEGER NOT NULL DEFAULT 0;

UPDATE source SET dead_at = last_check WHERE next_check IS NULL AND failures > 0;

CREATE INDEX source_dead ON source (dead_at) WHERE dead_at IS NOT NULL;

-- The place where the space added the source, and when it was told there that the source is given up.
ALTER TABLE space_source ADD COLUMN added_in TEXT;
ALTER TABLE space_source ADD COLUMN told_at INTEGER;

-- The last checks of each source. place goes round, so that nothing has to be removed.
CREATE TABLE source_check (
  source_id  INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  place      INTEGER NOT NULL,
  checked_at INTEGER NOT NULL,
  outcome    TEXT    NOT NULL,
  problem    TEXT,
  added      INTEGER NOT NULL,
  updated    INTEGER NOT NULL,
  took       INTEGER NOT NULL,
  PRIMARY KEY (source_id, place)
) WITHOUT ROWID;

-- Shared sources that a space does not want to see.
CREATE TABLE space_hidden (
  space_id  INTEGER NOT NULL REFERENCES space (id),
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  hidden_at INTEGER NOT NULL,
  PRIMARY KEY (space_id, source_id)
) WITHOUT ROWID;

CREATE INDEX space_hidden_source ON space_hidden (source_id);

-- A feed without a title was called by its address, and readers see names.
UPDATE source SET name = substr(name, 1, instr(name, '?') - 1)
WHERE (name LIKE 'http://%' OR name LIKE 'https://%') AND instr(name, '?') > 0;
