-- Rollups: counter sums per charge quarter hour, posting quarter hour, dimension set and meter.

-- What facts are rolled up by, interned: a row is written once and never changes.
CREATE TABLE dimension_set (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  digest uuid NOT NULL,             -- first 16 bytes of the SHA-256 of the canonical form
  source_account text NOT NULL,
  principal uuid,
  workspace text,
  project text,
  provider text,
  model text,
  region text,
  operation text,
  price_class text NOT NULL,        -- canonical: name=value joined by ;
  UNIQUE (tenant, digest)
);

-- Names of meters, interned. Meter 0 is none: its rollup rows count events, whatever they used.
CREATE TABLE meter_name (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL UNIQUE
);

-- events of a row: those that carry the row's meter; of a row of meter 0: all of the dimension set.
-- dimension_set has no foreign key: it would cost a look-up per row on the hot path.
CREATE TABLE rollup (
  charge_quarter timestamptz NOT NULL,
  dimension_set bigint NOT NULL,
  posting_quarter timestamptz NOT NULL,
  meter integer NOT NULL,
  quantity numeric NOT NULL,
  events bigint NOT NULL,
  PRIMARY KEY (charge_quarter, dimension_set, posting_quarter, meter)
) PARTITION BY RANGE (charge_quarter);

-- The batches that are in the rollups; written in the transaction that adds them.
-- Events and quantities are signed: what takes usage back counts against it.
-- added says what the batch added, so that it can be compared with the ledger and taken out again:
-- {"<charge quarter, epoch seconds>": {"events": 3, "quantities": {"input_tokens": "10"}}}
CREATE TABLE applied_batch (
  batch_id uuid PRIMARY KEY,
  tenant text NOT NULL,
  posting_quarter timestamptz NOT NULL,
  charge_from timestamptz NOT NULL,  -- first charge quarter
  charge_to timestamptz NOT NULL,    -- last charge quarter
  events integer NOT NULL,
  added jsonb NOT NULL,
  outside_horizon boolean NOT NULL DEFAULT false, -- has usage of months that were dropped before it came
  applied_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX applied_batch_by_charge ON applied_batch (tenant, charge_to, charge_from);
