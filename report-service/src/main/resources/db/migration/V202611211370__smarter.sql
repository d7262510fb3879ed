-- Daily billing records in Smarter's form: charges added up by account, user, provider, charge type
-- and day (UTC).

CREATE TABLE smarter_account (
  tenant text NOT NULL,
  number text NOT NULL CHECK (number ~ '^[0-9]{4}-[0-9]{4}-[0-9]{4}$' AND number <> '9999-9999-9999'),
  company_name text,
  currency text NOT NULL DEFAULT 'USD',
  timezone text NOT NULL DEFAULT 'UTC',
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant, number)
);

CREATE FUNCTION smarter_account_keeps_its_number() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.tenant <> OLD.tenant OR NEW.number <> OLD.number THEN
    RAISE EXCEPTION 'the number of an account never changes';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER smarter_account_keeps_its_number BEFORE UPDATE ON smarter_account
  FOR EACH ROW EXECUTE FUNCTION smarter_account_keeps_its_number();

-- Names of people, apart from what is counted, so that they can be erased.
CREATE TABLE smarter_user (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  email text COLLATE "C" NOT NULL,
  UNIQUE (tenant, email)
);

-- What a row says is what was entered by hand and what the charges come to, together. What was entered
-- is negative where a row was set to less than its charges.
CREATE TABLE daily_billing_record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  account text NOT NULL,
  user_id bigint NOT NULL REFERENCES smarter_user ON DELETE CASCADE,
  provider text COLLATE "C" NOT NULL CHECK (length(provider) BETWEEN 1 AND 255),
  charge_type text NOT NULL CHECK (charge_type IN ('completion', 'plugin', 'tool')),
  date date NOT NULL,
  entered_prompt bigint NOT NULL DEFAULT 0,
  entered_completion bigint NOT NULL DEFAULT 0,
  charged_prompt bigint NOT NULL DEFAULT 0,
  charged_completion bigint NOT NULL DEFAULT 0,
  charges bigint NOT NULL DEFAULT 0,
  -- Up to where the ledger was read for it: what was read earlier never overwrites what was read later.
  watermark bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (tenant, account, user_id, provider, charge_type, date),
  FOREIGN KEY (tenant, account) REFERENCES smarter_account ON DELETE CASCADE,
  CONSTRAINT daily_billing_record_not_negative CHECK (entered_prompt + charged_prompt >= 0
    AND entered_completion + charged_completion >= 0)
);

CREATE INDEX daily_billing_record_by_date ON daily_billing_record (tenant, date, id);
CREATE INDEX daily_billing_record_by_update ON daily_billing_record (tenant, updated_at);

-- Up to where a tenant's charges were added up, and the days of groups that could not be.
CREATE TABLE smarter_progress (
  tenant text PRIMARY KEY,
  watermark bigint NOT NULL,
  held_days text[] NOT NULL
);

CREATE TABLE smarter_aggregation (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  asked_by text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL,
  after_watermark bigint NOT NULL,
  watermark bigint NOT NULL,
  groups bigint NOT NULL,
  changed bigint NOT NULL,
  failed bigint NOT NULL,
  -- At most 1,000: [{"account": …, "provider": …, "charge_type": …, "date": …, "code": …, "detail": …}]
  failures jsonb NOT NULL
);

CREATE INDEX smarter_aggregation_by_age ON smarter_aggregation (tenant, started_at DESC, id);
