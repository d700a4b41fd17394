-- Terms are our own stems, already letters and digits, and scope tokens that begin with an underscore. They come as
-- tsvector literals, never through to_tsvector, so that both dialects find the same.
-- Only "which articles hold it" is asked, so no positions are kept.
CREATE TABLE article_index (
  article_id bigint   PRIMARY KEY REFERENCES article (id),
  terms      tsvector NOT NULL
);

CREATE INDEX article_index_terms ON article_index USING gin (terms);

-- The article's terms with their counts, as TermVector writes them.
CREATE TABLE article_terms (
  article_id       bigint  PRIMARY KEY REFERENCES article (id),
  analyzer_version bigint  NOT NULL,
  vector           bytea   NOT NULL
);

CREATE INDEX article_terms_version ON article_terms (analyzer_version, article_id);

-- scope 0 counts the articles of shared sources; any other scope is the id of a source that is not shared.
-- term is the hash under which an article's vector holds it; -1 counts the articles themselves.
CREATE TABLE term_frequency (
  analyzer_version bigint  NOT NULL,
  scope            bigint  NOT NULL,
  term             bigint  NOT NULL,
  articles         bigint  NOT NULL,
  PRIMARY KEY (analyzer_version, scope, term)
);
