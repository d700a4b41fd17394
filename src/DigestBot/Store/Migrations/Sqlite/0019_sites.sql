-- The site that the articles of a source are on, as a number below 0; 0 where they are on several, null while nothing is known.
ALTER TABLE source ADD COLUMN site INTEGER;
