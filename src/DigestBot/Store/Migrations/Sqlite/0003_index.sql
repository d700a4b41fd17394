-- Terms are our own stems, already letters and digits, and scope tokens that begin with an underscore:
-- the tokenizer must only split at spaces. Only "which articles hold it" is asked, so no positions are kept.
CREATE VIRTUAL TABLE article_index USING fts5 (
  terms,
  content = '',
  contentless_delete = 1,
  detail = none,
  tokenize = "ascii tokenchars '_'"
);

-- The article's terms with their counts, as TermVector writes them.
CREATE TABLE article_terms (
  article_id       INTEGER PRIMARY KEY REFERENCES article (id),
  analyzer_version INTEGER NOT NULL,
  vector           BLOB    NOT NULL
);

CREATE INDEX article_terms_version ON article_terms (analyzer_version, article_id);

-- scope 0 counts the articles of shared sources; any other scope is the id of a source that is not shared.
-- term is the hash under which an article's vector holds it; -1 counts the articles themselves.
CREATE TABLE term_frequency (
  analyzer_version INTEGER NOT NULL,
  scope            INTEGER NOT NULL,
  term             INTEGER NOT NULL,
  articles         INTEGER NOT NULL,
  PRIMARY KEY (analyzer_version, scope, term)
) WITHOUT ROWID;
