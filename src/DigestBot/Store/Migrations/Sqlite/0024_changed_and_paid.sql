-- When an article says that the text that is stored was last changed; null where it does not say, and in what was stored before.
-- paywalled: 1 where its publisher says that not everybody may read all of it.
ALTER TABLE article ADD COLUMN modified INTEGER;
ALTER TABLE article ADD COLUMN paywalled INTEGER NOT NULL DEFAULT 0;
