-- What hubs are asked to tell us of feeds: one row for one feed, however many spaces follow it. source_id is null where the
-- source is gone, or is told of by another hub: then leave is taken. base and callback make the address at which the hub reaches
-- us; base is null as long as it was asked nothing. asked: what it has not confirmed yet; accepted_at: when it said that it will.
-- pings: how often it told of news, up to answered followed by news. taken_until: until then a poll of the source is under way.
CREATE TABLE hub_subscription (
  id          INTEGER PRIMARY KEY,
  source_id   INTEGER UNIQUE REFERENCES source (id) ON DELETE SET NULL,
  hub         TEXT    NOT NULL,
  topic       TEXT    NOT NULL,
  base        TEXT,
  callback    TEXT    NOT NULL UNIQUE,
  secret      TEXT    NOT NULL,
  state       TEXT    NOT NULL,
  asked       TEXT,
  accepted_at INTEGER,
  next_at     INTEGER,
  failures    INTEGER NOT NULL DEFAULT 0,
  problem     TEXT,
  since_at    INTEGER,
  until_at    INTEGER,
  ping_at     INTEGER,
  pings       INTEGER NOT NULL DEFAULT 0,
  answered    INTEGER NOT NULL DEFAULT 0,
  trusted     INTEGER NOT NULL DEFAULT 0,
  taken_until INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX hub_subscription_next ON hub_subscription (next_at) WHERE next_at IS NOT NULL;
