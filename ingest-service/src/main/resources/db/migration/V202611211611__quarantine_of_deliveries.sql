-- The quarantine also has what was refused of deliveries that lie in no object: known by their bytes'
-- digest, so that what is delivered again is not a second entry, and what is recorded then resolves it.
ALTER TABLE quarantine_entry
  ALTER COLUMN object_id DROP NOT NULL,
  ALTER COLUMN bucket DROP NOT NULL,
  ADD CONSTRAINT quarantine_entry_of CHECK (object_id IS NOT NULL OR digest IS NOT NULL);

CREATE UNIQUE INDEX quarantine_entry_delivered ON quarantine_entry (tenant, location, digest)
WHERE object_id IS NULL;
