-- What a feed asks of those who poll it. An answer "not modified" does not say it again, so it is kept.
ALTER TABLE source ADD COLUMN hint_interval bigint;
ALTER TABLE source ADD COLUMN hint_base bigint;
ALTER TABLE source ADD COLUMN skip_hours bigint NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_days bigint NOT NULL DEFAULT 0;
