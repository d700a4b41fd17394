-- What must not be read again: the hash of an address, and the items that stood under it. An item keeps the article's former id.
CREATE TABLE forgotten_article (
  key          TEXT    NOT NULL PRIMARY KEY,
  address      TEXT    NOT NULL,
  article_id   INTEGER,
  forgotten_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX forgotten_article_address ON forgotten_article (address);
CREATE INDEX forgotten_article_id ON forgotten_article (article_id) WHERE article_id IS NOT NULL;
