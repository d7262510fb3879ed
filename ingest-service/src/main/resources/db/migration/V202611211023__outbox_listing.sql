-- What report-service put aside, for lists and for the metric that somebody should look at.
CREATE INDEX batch_dead_lettered ON batch (batch_no)
  WHERE dead_lettered_at IS NOT NULL AND confirmed_at IS NULL;
