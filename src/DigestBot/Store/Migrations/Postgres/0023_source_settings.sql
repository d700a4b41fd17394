-- What spaces have set for sources that they see; null: nothing. The terminal's holds of what all share, where a space has set
-- nothing. quote_words: how many words of one article may be quoted at a time; -1 for any number.
CREATE TABLE source_setting (
  space_id    bigint NOT NULL REFERENCES space (id),
  source_id   bigint NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  tier        text,
  quote_words bigint,
  set_at      bigint NOT NULL,
  PRIMARY KEY (space_id, source_id)
);

CREATE INDEX source_setting_source ON source_setting (source_id);
