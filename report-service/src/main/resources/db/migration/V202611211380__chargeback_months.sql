-- Months whose chargeback reports are all made at the same marks.
CREATE TABLE chargeback_month (
  tenant text NOT NULL,
  month date NOT NULL,               -- its first day, UTC
  watermark bigint NOT NULL,
  chain_head text,
  known_at timestamptz NOT NULL,     -- what prices, attribution and directory knew
  fixed_at timestamptz NOT NULL,
  fixed_by text NOT NULL,            -- a key's prefix; 'system' for months that were quiet
  PRIMARY KEY (tenant, month)
);
