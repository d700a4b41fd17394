-- id begins with the effective date (ArticleId.cs). story_id: null = waiting to be grouped, 0 = not grouped in the store.
-- The text comes last, so that reading the head of a row does not touch it.
CREATE TABLE article (
  id           INTEGER PRIMARY KEY,
  source_id    INTEGER NOT NULL REFERENCES source (id),
  identity     BLOB    NOT NULL,
  content_hash INTEGER NOT NULL,
  story_id     INTEGER,
  story_since  INTEGER,
  published    INTEGER,
  seen         INTEGER NOT NULL,
  effective    INTEGER NOT NULL,
  url          TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  byline       TEXT,
  language     TEXT,
  text         TEXT    NOT NULL,
  UNIQUE (source_id, identity)
);

CREATE INDEX article_effective ON article (effective, source_id);
-- Ranking reads the heads of a thousand articles from all over the table: these spare it the rows with their texts.
CREATE INDEX article_head ON article (id, source_id, story_id);
CREATE INDEX article_story ON article (story_id, source_id) WHERE story_id > 0;
CREATE INDEX article_waiting ON article (id) WHERE story_id IS NULL;

CREATE TABLE article_version (
  article_id  INTEGER NOT NULL REFERENCES article (id),
  version     INTEGER NOT NULL,
  title       TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  replaced_at INTEGER NOT NULL,
  PRIMARY KEY (article_id, version)
) WITHOUT ROWID;

CREATE TABLE story (
  id    INTEGER PRIMARY KEY,
  since INTEGER NOT NULL
);
