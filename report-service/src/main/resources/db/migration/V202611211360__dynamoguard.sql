-- DynamoGuard's billing reports: what they have beside the runs that make them.
CREATE TABLE dynamoguard_report (
  tenant text NOT NULL,
  id integer NOT NULL,                      -- from 1 for each tenant, without gaps
  run_id uuid NOT NULL UNIQUE REFERENCES report_run,
  job_id text NOT NULL,
  from_date date NOT NULL,
  to_date date NOT NULL,                    -- exclusive
  counts boolean NOT NULL,                  -- false when billing was enabled after all of its days
  validation_error text,
  environment text NOT NULL,
  totals jsonb,                             -- written while the run is made, shown once it is completed
  findings integer NOT NULL DEFAULT 0,      -- of the ledger's verification, likewise
  PRIMARY KEY (tenant, id)
);

CREATE TABLE dynamoguard_settings (
  tenant text PRIMARY KEY,
  enabled_from timestamptz,                 -- null for always
  environment text,
  list_in_data boolean NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
