-- Which article a sentence stands in, so that it is known which stories a channel was shown; null for what was shown before.
ALTER TABLE shown ADD COLUMN article_id bigint;

CREATE INDEX shown_article ON shown (channel_id, article_id) WHERE article_id IS NOT NULL;
