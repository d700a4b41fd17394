-- What spaces have set for sources that they see; null: nothing. The terminal's holds of what all share, where a space has set
-- nothing. quote_words: how many words of one article may be quoted at a time; -1 for any number.
CREATE TABLE source_setting (
  space_id    INTEGER NOT NULL REFERENCES space (id),
  source_id   INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  tier        TEXT,
  quote_words INTEGER,
  set_at      INTEGER NOT NULL,
  PRIMARY KEY (space_id, source_id)
) WITHOUT ROWID;

CREATE INDEX source_setting_source ON source_setting (source_id);
