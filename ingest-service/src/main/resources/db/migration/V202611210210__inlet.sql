-- What the S3 inlet knows of each object, and what any inlet without a caller had to refuse.

CREATE TABLE inlet_object (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  location text NOT NULL,
  bucket text NOT NULL,
  key text COLLATE "C" NOT NULL,
  etag text NOT NULL,
  size bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('PENDING', 'RUNNING', 'DONE', 'SKIPPED', 'FAILED')),
  -- Why it was skipped or has failed: a stable code and a sentence, never content.
  reason text,
  detail text,
  -- Lines whose outcome is committed; after a crash the next attempt goes on behind them.
  lines_done bigint NOT NULL DEFAULT 0,
  recorded bigint NOT NULL DEFAULT 0,
  duplicate bigint NOT NULL DEFAULT 0,
  conflict bigint NOT NULL DEFAULT 0,
  rejected bigint NOT NULL DEFAULT 0,
  attempts int NOT NULL DEFAULT 0,
  -- Grows with every claim; a worker whose number is no longer this one may write nothing.
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  not_before timestamptz NOT NULL DEFAULT now(),
  found_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  UNIQUE (location, key, etag)
) WITH (fillfactor = 80);

CREATE INDEX inlet_object_open ON inlet_object (not_before, id) WHERE state IN ('PENDING', 'RUNNING');
CREATE INDEX inlet_object_list ON inlet_object (tenant, id);

-- A pointer to what was refused, with its digest; the content stays where it is.
CREATE TABLE quarantine_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  object_id bigint NOT NULL REFERENCES inlet_object,
  location text NOT NULL,
  bucket text NOT NULL,
  key text COLLATE "C" NOT NULL,
  -- From 1; 0 when it is the object as a whole.
  line bigint NOT NULL,
  -- SHA-256 of the line's bytes, hex; null when there is no line to read.
  digest text,
  code text NOT NULL,
  field text NOT NULL,
  detail text NOT NULL,
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'RESOLVED')),
  replays int NOT NULL DEFAULT 0,
  quarantined_at timestamptz NOT NULL DEFAULT now(),
  replayed_at timestamptz,
  UNIQUE (object_id, line)
);

CREATE INDEX quarantine_entry_list ON quarantine_entry (tenant, id);
