-- When runs happen.
CREATE TABLE schedule (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  name text NOT NULL,
  kind text NOT NULL,
  cron text NOT NULL,
  zone text NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  catch_up text NOT NULL CHECK (catch_up IN ('all', 'latest', 'none')),
  period_rule text NOT NULL,
  deliveries jsonb NOT NULL,
  asked text NOT NULL,               -- SHA-256 of what was asked for, to know a repetition
  enabled boolean NOT NULL DEFAULT true,
  next_due_at timestamptz,           -- earliest due time not dealt with; null when it is over
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  UNIQUE (tenant, name)
);

CREATE INDEX schedule_due_next ON schedule (next_due_at) WHERE enabled AND next_due_at IS NOT NULL;

-- Each due time once, whoever notices it.
CREATE TABLE schedule_due (
  schedule_id uuid NOT NULL REFERENCES schedule ON DELETE CASCADE,
  due_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('RUN', 'SKIPPED')),
  run_id uuid,
  noticed_at timestamptz NOT NULL,
  PRIMARY KEY (schedule_id, due_at)
);
