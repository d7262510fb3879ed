-- Of an erased person the name is gone. The digest of the name stays, so that what is sent again is
-- still a duplicate and the name is not learnt anew; it goes too when the name is released, for
-- somebody else to have it.
ALTER TABLE principal
  ADD COLUMN erased_at timestamptz,
  ADD COLUMN erased_by text,
  ADD COLUMN released_at timestamptz,
  ADD CONSTRAINT principal_erased CHECK (erased_at IS NULL OR name IS NULL),
  ADD CONSTRAINT principal_released CHECK (released_at IS NULL OR name_digest IS NULL);

CREATE INDEX principal_erasures ON principal (tenant, erased_at, id) WHERE erased_at IS NOT NULL;
