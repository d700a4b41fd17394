-- What a feed asks of those who poll it. An answer "not modified" does not say it again, so it is kept.
ALTER TABLE source ADD COLUMN hint_interval bigint;
ALTER TABLE source ADD COLUMN hint_base bigint;
ALTER TABLE source ADD COLUMN skip_hours bigint NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_days bigint NOT NULL DEFAULT 0;

-- A permanent redirect while it is watched, and where the source was when it was added.
ALTER TABLE source ADD COLUMN move_target text;
ALTER TABLE source ADD COLUMN move_since bigint;
ALTER TABLE source ADD COLUMN move_polls bigint NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN moved_from text;

CREATE INDEX source_moved ON source (location) WHERE moved_from IS NOT NULL;

-- The first failure since the last success: what fails for too long is not asked any more.
ALTER TABLE source ADD COLUMN failing_since bigint;

-- Hosts that asked to be left alone, so that a restart does not forget it.
CREATE TABLE host_rest (
  host     text PRIMARY KEY,
  until_at bigint NOT NULL
);
