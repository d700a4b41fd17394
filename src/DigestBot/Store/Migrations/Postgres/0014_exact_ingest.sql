-- An article under another id is known by its address, or by its title on its day: hashes, see ArticleIdentity.cs.
-- Null in what was stored before, and in what was imported from files.
ALTER TABLE article ADD COLUMN url_key bigint;
ALTER TABLE article ADD COLUMN title_key bigint;

CREATE INDEX article_url ON article (source_id, url_key) WHERE url_key IS NOT NULL;
CREATE INDEX article_title ON article (source_id, title_key) WHERE title_key IS NOT NULL;

-- The folder in which a list of subscriptions keeps a source: the operator's of a shared one, and each space's own.
ALTER TABLE source ADD COLUMN folder text;
ALTER TABLE space_source ADD COLUMN folder text;

-- Pages of a sitemap that were asked for, as hashes of their addresses: none is asked for twice.
CREATE TABLE sitemap_page (
  source_id bigint NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  page      bigint NOT NULL,
  tried_at  bigint NOT NULL,
  PRIMARY KEY (source_id, page)
);

CREATE INDEX sitemap_page_tried ON sitemap_page (tried_at);
