-- The slot that told the channel that the sentence no longer stands in its article; null until one does.
ALTER TABLE shown ADD COLUMN corrected_by INTEGER;

CREATE INDEX shown_corrected ON shown (corrected_by) WHERE corrected_by IS NOT NULL;

-- Whether an article was edited since something was shown of it, without reading what it said before.
CREATE INDEX article_version_replaced ON article_version (article_id, replaced_at);
