CREATE INDEX channel_address ON channel (address);
