-- A call that asks for a run, by the caller's own key for it: made again it finds the same run.
ALTER TABLE report_run ADD COLUMN idempotency_key text;
ALTER TABLE report_run ADD COLUMN body_digest bytea;
CREATE UNIQUE INDEX report_run_by_call ON report_run (tenant, idempotency_key)
  WHERE idempotency_key IS NOT NULL;

-- How many wait, by tenant; and whose turn it is.
CREATE INDEX report_run_waiting ON report_run (tenant, created_at) WHERE state = 'QUEUED';
CREATE INDEX report_run_by_period_start ON report_run (tenant, period_from, id);
