-- What was used before a run's period at prices that add up over a span, as the rollups knew it when
-- the run was first made. Kept with the run: made or explained again, it goes by the same sums.
CREATE TABLE run_history (
  run_id uuid PRIMARY KEY REFERENCES report_run (id) ON DELETE CASCADE,
  sums jsonb NOT NULL               -- [{"price": id, "scope": [..], "from": .., "quantity": ".."}]
);
