-- Rebuilds of rollups from the ledger, and what appliers have to know of them and of dropped months.
-- Appliers read rollup_shadow and rollup_horizon under a shared advisory lock; see RollupTables.

-- Tables that are being rebuilt: what is added to the month's partition is added to its shadow too.
CREATE TABLE rollup_shadow (
  month date PRIMARY KEY,
  table_name text NOT NULL UNIQUE,
  job uuid NOT NULL
);

-- The batches that are in a shadow; what they add is what applied_batch has to say of them.
CREATE TABLE rebuilt_batch (
  table_name text NOT NULL,
  batch_id uuid NOT NULL,
  tenant text NOT NULL,
  posting_quarter timestamptz NOT NULL,
  charge_from timestamptz NOT NULL,
  charge_to timestamptz NOT NULL,
  events integer NOT NULL,
  added jsonb NOT NULL,
  PRIMARY KEY (table_name, batch_id)
);

-- At most one row: months before kept_from are dropped and stay so.
CREATE TABLE rollup_horizon (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  kept_from date NOT NULL
);

-- Jobs: QUEUED -> RUNNING -> COMPLETED | FAILED. One at a time is made.
CREATE TABLE rollup_rebuild (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,              -- who asked; the partitions hold everybody's rollups
  state text NOT NULL CHECK (state IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED')),
  asked_from timestamptz NOT NULL,   -- widened to whole months when it is made
  asked_to timestamptz NOT NULL,
  reason text NOT NULL,
  remove_unknown boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  started_at timestamptz,
  completed_at timestamptz,
  fencing bigint NOT NULL DEFAULT 0,
  lease_owner text,
  lease_until timestamptz,
  not_before timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  progress jsonb,                    -- where it is; a replica that takes over goes on from there
  failure jsonb
);

CREATE INDEX rollup_rebuild_by_age ON rollup_rebuild (tenant, created_at, id);

-- What a rebuild found, by month and tenant.
CREATE TABLE rollup_rebuild_finding (
  job uuid NOT NULL REFERENCES rollup_rebuild,
  month date NOT NULL,
  tenant text NOT NULL,
  batches bigint NOT NULL,           -- in the rebuilt partition
  mended_batches bigint NOT NULL,    -- whose applied_batch row was wrong
  unknown_batches bigint NOT NULL,   -- applied, but not in the ledger: taken out
  differences bigint NOT NULL,
  first_differences jsonb NOT NULL,
  PRIMARY KEY (job, month, tenant)
);
