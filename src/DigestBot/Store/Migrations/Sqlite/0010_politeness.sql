-- What a feed asks of those who poll it. An answer "not modified" does not say it again, so it is kept.
ALTER TABLE source ADD COLUMN hint_interval INTEGER;
ALTER TABLE source ADD COLUMN hint_base INTEGER;
ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;

-- A permanent redirect while it is watched, and where the source was when it was added.
ALTER TABLE source ADD COLUMN move_target TEXT;
ALTER TABLE source ADD COLUMN move_since INTEGER;
ALTER TABLE source ADD COLUMN move_polls INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN moved_from TEXT;

CREATE INDEX source_moved ON source (location) WHERE moved_from IS NOT NULL;

-- The first failure since the last success: what fails for too long is not asked any more.
ALTER TABLE source ADD COLUMN failing_since INTEGER;

-- Hosts that asked to be left alone, so that a restart does not forget it.
CREATE TABLE host_rest (
  host     TEXT NOT NULL PRIMARY KEY,
  until_at INTEGER NOT NULL
);
