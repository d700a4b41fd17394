-- left_at: since when the bot is no longer there. erase_at: what the space had until then is erased from then on.
ALTER TABLE space ADD COLUMN manager_role TEXT;
ALTER TABLE space ADD COLUMN left_at INTEGER;
ALTER TABLE space ADD COLUMN erase_at INTEGER;

CREATE INDEX space_erase ON space (erase_at) WHERE erase_at IS NOT NULL;

-- check_at: when a parked channel is looked at again. checks: how often it was since its last delivery.
ALTER TABLE channel ADD COLUMN check_at INTEGER;
ALTER TABLE channel ADD COLUMN checks INTEGER NOT NULL DEFAULT 0;

UPDATE channel SET check_at = parked_at WHERE parked_at IS NOT NULL;

CREATE INDEX channel_check ON channel (check_at) WHERE check_at IS NOT NULL;
