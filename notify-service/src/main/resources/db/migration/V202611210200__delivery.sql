-- What was announced, as it was announced: what a delivery says and which artifacts it carries.
CREATE TABLE completed_report (
  run_id uuid PRIMARY KEY,
  tenant text NOT NULL,
  kind text NOT NULL,
  message text NOT NULL, -- ReportCompleted as JSON
  traceparent text NOT NULL DEFAULT '', -- the trace that made the report, W3C form
  received_at timestamptz NOT NULL
);

-- One report to one target. The id is made from run, channel and address, so the primary key is
-- what keeps a target from getting the same run twice.
CREATE TABLE delivery (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES completed_report,
  tenant text NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  address text NOT NULL,
  target text NOT NULL, -- DeliveryTarget as JSON
  state text NOT NULL CHECK (state IN ('PENDING', 'RETRYING', 'DELIVERED', 'DEAD')),
  attempts int NOT NULL,
  round int NOT NULL,
  revision bigint NOT NULL,
  due_at timestamptz,
  lease_until timestamptz, -- a replica is at it; after this another may take over
  fence bigint NOT NULL DEFAULT 0, -- grows with every claim; only the latest claim may write
  detail text,
  receipt text, -- Receipt as JSON
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  CHECK ((due_at IS NULL) = (state IN ('DELIVERED', 'DEAD')))
);

CREATE INDEX delivery_due ON delivery (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_by_time ON delivery (tenant, created_at, id);
CREATE INDEX delivery_by_update ON delivery (tenant, updated_at, id);
CREATE INDEX delivery_of_run ON delivery (run_id);
CREATE INDEX delivery_dead ON delivery (tenant, updated_at, id) WHERE state = 'DEAD';

CREATE TABLE delivery_attempt (
  delivery_id uuid NOT NULL REFERENCES delivery,
  number int NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  outcome text NOT NULL CHECK (outcome IN ('RUNNING', 'DELIVERED', 'FAILED', 'REFUSED', 'LOST')),
  detail text,
  PRIMARY KEY (delivery_id, number)
);
