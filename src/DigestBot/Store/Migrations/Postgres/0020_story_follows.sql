-- The story that a schedule is about, by the id that it had when somebody followed it; null where it is about a topic.
ALTER TABLE schedule ADD COLUMN story_id bigint;

-- The digest in which the person was shown the story; null where it was none.
ALTER TABLE follow ADD COLUMN digest_id text;

-- The articles by which a followed story is known again, whatever its id is by now. told: 1 where the person was shown a sentence of it.
CREATE TABLE follow_article (
  schedule_id bigint NOT NULL REFERENCES follow (schedule_id) ON DELETE CASCADE,
  article_id  bigint NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  told        bigint NOT NULL,
  PRIMARY KEY (schedule_id, article_id)
);

CREATE INDEX follow_article_article ON follow_article (article_id);
