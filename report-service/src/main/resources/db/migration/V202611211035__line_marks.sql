-- Where lines of a run's artifact stand in the ledger's detail: some of them, so that any line is
-- found without reading the detail from its beginning. Written while the run is made, under its
-- fencing token; counts once the run of that token is completed. Lines count from 1, without header.
CREATE TABLE report_line_mark (
  run_id uuid NOT NULL REFERENCES report_run,
  fencing bigint NOT NULL,
  line bigint NOT NULL,
  event_time timestamptz NOT NULL,   -- the event of this line
  source text NOT NULL,
  event_id text NOT NULL,
  PRIMARY KEY (run_id, fencing, line)
);
