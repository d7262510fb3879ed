-- Report runs: QUEUED -> RUNNING -> COMPLETED | FAILED.
CREATE TABLE report_run (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  period jsonb NOT NULL,             -- as it was asked for
  period_from timestamptz NOT NULL,
  period_to timestamptz NOT NULL,
  zone text NOT NULL,
  deliveries jsonb NOT NULL,
  schedule_id uuid,
  due_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  started_at timestamptz,            -- of the first attempt; names the file, so it never changes
  completed_at timestamptz,
  -- who makes it: only the holder of the highest fencing token may write
  fencing bigint NOT NULL DEFAULT 0,
  lease_owner text,
  lease_until timestamptz,
  not_before timestamptz,            -- when a failed attempt is repeated
  attempts integer NOT NULL DEFAULT 0,
  -- the marks: the same marks give the same bytes
  watermark bigint,
  price_book_at timestamptz,
  provisional boolean,
  progress jsonb,
  totals jsonb,
  reconciliation jsonb,
  failure jsonb
);

CREATE INDEX report_run_by_age ON report_run (tenant, created_at, id);
CREATE INDEX report_run_open ON report_run (created_at) WHERE state IN ('QUEUED', 'RUNNING');
CREATE INDEX report_run_by_schedule ON report_run (schedule_id, due_at) WHERE schedule_id IS NOT NULL;

-- Immutable files of completed runs; written with the run's completion.
CREATE TABLE artifact (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  run_id uuid NOT NULL REFERENCES report_run,
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  bucket text NOT NULL,
  object_key text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (run_id, name)
);

-- What notify-service says of a run's deliveries; the highest revision counts.
CREATE TABLE run_delivery (
  delivery_id uuid PRIMARY KEY,
  tenant text NOT NULL,
  run_id uuid NOT NULL,
  channel text NOT NULL,
  target text NOT NULL,
  state text NOT NULL,
  attempts integer NOT NULL,
  updated_at timestamptz NOT NULL,
  detail text,
  revision bigint NOT NULL
);

CREATE INDEX run_delivery_by_run ON run_delivery (run_id);
