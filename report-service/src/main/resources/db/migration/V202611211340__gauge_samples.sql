-- Samples of gauges, as they came: what was there at an instant. They are weighted by time when they
-- are read. A series is a resource of a source and a meter.

-- What was looked at, interned: a row is written once and never changes.
CREATE TABLE gauge_resource (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  source text NOT NULL,
  resource text NOT NULL,
  UNIQUE (tenant, source, resource)
);

-- A fact that brings samples of a resource: one row for all of its meters. Rows are added in the
-- transaction that notes their batch in applied_batch, and never change: a fact that takes another
-- one back is a row of sign -1 beside it. A sample holds where the signs of equal rows, posted before
-- the watermark, add up to more than nothing.
CREATE TABLE gauge_sample (
  tenant text NOT NULL,
  batch_id uuid NOT NULL,
  resource bigint NOT NULL,          -- gauge_resource
  at timestamptz NOT NULL,
  posting_quarter timestamptz NOT NULL,
  dimension_set bigint NOT NULL,
  sign smallint NOT NULL CHECK (sign IN (1, -1)),
  ended boolean NOT NULL,            -- the resource is gone from then on, whatever the quantities say
  meters integer[] NOT NULL,         -- meter_name
  quantities numeric[] NOT NULL
);

CREATE INDEX gauge_sample_by_time ON gauge_sample (tenant, at);
CREATE INDEX gauge_sample_by_batch ON gauge_sample (batch_id);

-- How a tenant has a gauge weighted by time; what was said last counts. Never changed, so that what
-- was known at an instant can be found.
CREATE TABLE gauge_weighting (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  meter text NOT NULL,
  carry_forward_seconds bigint NOT NULL CHECK (carry_forward_seconds BETWEEN 1 AND 2678400),
  gap text NOT NULL CHECK (gap IN ('carry', 'zero', 'average')),
  known_since timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL
);

CREATE INDEX gauge_weighting_by_meter ON gauge_weighting (tenant, meter, known_since);
