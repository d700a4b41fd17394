-- What a feed asks of those who poll it. An answer "not modified" does not say it again, so it is kept.
ALTER TABLE source ADD COLUMN hint_interval INTEGER;
ALTER TABLE source ADD COLUMN hint_base INTEGER;
ALTER TABLE source ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE source ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
