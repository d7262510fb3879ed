-- Voids and replacements: who took what back, why, and how far that is.

CREATE TABLE correction (
  id uuid PRIMARY KEY,
  -- Order of making, for the list.
  no bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  tenant text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('VOID', 'REPLACE')),
  reason text NOT NULL,
  -- Public part of the caller's key, and what people call it.
  actor text NOT NULL,
  actor_name text NOT NULL,
  -- Digest of the Idempotency-Key that it was asked with, and SHA-256 of the body.
  call uuid UNIQUE,
  request bytea NOT NULL CHECK (length(request) = 32),
  -- What is to be taken back; people only as surrogates.
  selection jsonb NOT NULL,
  -- Nothing that was sealed later is hit.
  watermark bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'DONE', 'FAILED')),
  -- How many ledger rows are to be looked at, and how many were.
  candidates bigint NOT NULL,
  checked bigint NOT NULL DEFAULT 0,
  -- Where to go on: behind this batch number, or this many listed events.
  behind bigint NOT NULL DEFAULT 0,
  -- Counts and signed sums of what was done.
  effect jsonb NOT NULL,
  -- One entry per event, in the order asked; null when there are too many.
  results jsonb,
  failure text,
  requested_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  -- Grows with every claim; a worker whose number is no longer this one may write nothing.
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  not_before timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 80);

CREATE INDEX correction_list ON correction (tenant, no);
CREATE INDEX correction_open ON correction (not_before, no) WHERE state IN ('PENDING', 'RUNNING');

-- What became of events that were corrected. Version 1 of an event is the row that event_key tells
-- of and has no entry here. Only ever added to; the highest version is what stands.
CREATE TABLE event_version (
  identity uuid NOT NULL,
  version int NOT NULL CHECK (version > 1),
  correction_id uuid NOT NULL,
  charge_time timestamptz NOT NULL,
  -- The row that counts from now on, and the digest of what it says; null when the event is void.
  batch_no bigint,
  position smallint,
  body uuid,
  -- The row that was taken back by this; null when the event was void before.
  taken_batch_no bigint,
  taken_position smallint,
  PRIMARY KEY (identity, version)
);
