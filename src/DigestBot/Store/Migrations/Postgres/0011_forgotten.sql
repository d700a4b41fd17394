-- What must not be read again: the hash of an address, and the items that stood under it. An item keeps the article's former id.
CREATE TABLE forgotten_article (
  key          text   PRIMARY KEY,
  address      text   NOT NULL,
  article_id   bigint,
  forgotten_at bigint NOT NULL
);

CREATE INDEX forgotten_article_address ON forgotten_article (address);
CREATE INDEX forgotten_article_id ON forgotten_article (article_id) WHERE article_id IS NOT NULL;
