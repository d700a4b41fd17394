-- The slot that told the channel that the sentence no longer stands in its article; null until one does.
ALTER TABLE shown ADD COLUMN corrected_by INTEGER;

CREATE INDEX shown_corrected ON shown (corrected_by) WHERE corrected_by IS NOT NULL;
