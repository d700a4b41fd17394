-- id begins with the effective date (ArticleId.cs). story_id: null = waiting to be grouped, 0 = not grouped in the store.
-- The text comes last, so that reading the head of a row does not touch it.
CREATE TABLE article (
  id           bigint  PRIMARY KEY,
  source_id    bigint  NOT NULL REFERENCES source (id),
  identity     bytea   NOT NULL,
  content_hash bigint  NOT NULL,
  story_id     bigint,
  story_since  bigint,
  published    bigint,
  seen         bigint  NOT NULL,
  effective    bigint  NOT NULL,
  url          text    NOT NULL,
  title        text    NOT NULL,
  byline       text,
  language     text,
  text         text    NOT NULL,
  UNIQUE (source_id, identity)
);

CREATE INDEX article_effective ON article (effective, source_id);
-- Ranking reads the heads of a thousand articles from all over the table: these spare it the rows with their texts.
CREATE INDEX article_head ON article (id) INCLUDE (source_id, story_id);
CREATE INDEX article_story ON article (story_id) INCLUDE (id, source_id) WHERE story_id > 0;
CREATE INDEX article_waiting ON article (id) WHERE story_id IS NULL;

CREATE TABLE article_version (
  article_id  bigint  NOT NULL REFERENCES article (id),
  version     bigint  NOT NULL,
  title       text    NOT NULL,
  text        text    NOT NULL,
  replaced_at bigint  NOT NULL,
  PRIMARY KEY (article_id, version)
);

CREATE TABLE story (
  id    bigint  PRIMARY KEY,
  since bigint  NOT NULL
);
