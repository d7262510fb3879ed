-- What a report run has read, by hour: the last stage of a reconciliation. Written while the run is
-- made, under its fencing token; counts once the run of that token is completed. Whole hours of the
-- run's period only. meter '' counts events.
CREATE TABLE reported_hour (
  run_id uuid NOT NULL REFERENCES report_run,
  fencing bigint NOT NULL,
  hour timestamptz NOT NULL,
  source_account text NOT NULL,
  meter text NOT NULL,
  quantity numeric NOT NULL,
  PRIMARY KEY (run_id, fencing, hour, source_account, meter)
);

CREATE INDEX report_run_by_period ON report_run (tenant, period_to, period_from)
  WHERE state = 'COMPLETED';
