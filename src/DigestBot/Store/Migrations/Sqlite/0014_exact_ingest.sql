-- An article under another id is known by its address, or by its title on its day: hashes, see ArticleIdentity.cs.
-- Null in what was stored before, and in what was imported from files.
ALTER TABLE article ADD COLUMN url_key INTEGER;
ALTER TABLE article ADD COLUMN title_key INTEGER;

CREATE INDEX article_url ON article (source_id, url_key) WHERE url_key IS NOT NULL;
CREATE INDEX article_title ON article (source_id, title_key) WHERE title_key IS NOT NULL;

-- The folder in which a list of subscriptions keeps a source: the operator's of a shared one, and each space's own.
ALTER TABLE source ADD COLUMN folder TEXT;
ALTER TABLE space_source ADD COLUMN folder TEXT;

-- Pages of a sitemap that were asked for, as hashes of their addresses: none is asked for twice.
CREATE TABLE sitemap_page (
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  page      INTEGER NOT NULL,
  tried_at  INTEGER NOT NULL,
  PRIMARY KEY (source_id, page)
) WITHOUT ROWID;

CREATE INDEX sitemap_page_tried ON sitemap_page (tried_at);
