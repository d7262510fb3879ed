-- Up to where report-service has added up a tenant's charges, and which groups of them it could not.
CREATE TABLE smarter_consumption (
  tenant text PRIMARY KEY,
  -- Charges of batches up to this seal number are in the daily billing records.
  watermark bigint NOT NULL,
  -- Except for these: [{"account": …, "principal": surrogate, "provider": …, "chargeType": …, "date": …}]
  held jsonb NOT NULL DEFAULT '[]',
  noted_at timestamptz NOT NULL DEFAULT now()
);
