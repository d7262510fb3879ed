-- Billing records as VergeOS has them: times in seconds since 1970, numbers never null.
CREATE TABLE vergeos_record (
  tenant text NOT NULL,
  key bigint NOT NULL,
  created bigint NOT NULL,
  from_at bigint NOT NULL,
  to_at bigint NOT NULL,
  sent bigint NOT NULL,
  description text NOT NULL,
  used_cores bigint NOT NULL,
  total_cores bigint NOT NULL,
  online_cores bigint NOT NULL,
  total_nodes bigint NOT NULL,
  online_nodes bigint NOT NULL,
  running_machines bigint NOT NULL,
  used_ram bigint NOT NULL,
  total_ram bigint NOT NULL,
  online_ram bigint NOT NULL,
  phys_ram_used bigint NOT NULL,
  phys_vram_used bigint NOT NULL,
  phys_total_cpu bigint NOT NULL,
  tier_0_used bigint NOT NULL,
  tier_0_total bigint NOT NULL,
  tier_1_used bigint NOT NULL,
  tier_1_total bigint NOT NULL,
  tier_2_used bigint NOT NULL,
  tier_2_total bigint NOT NULL,
  tier_3_used bigint NOT NULL,
  tier_3_total bigint NOT NULL,
  tier_4_used bigint NOT NULL,
  tier_4_total bigint NOT NULL,
  tier_5_used bigint NOT NULL,
  tier_5_total bigint NOT NULL,
  gpus_total bigint NOT NULL,
  gpus bigint NOT NULL,
  gpus_idle bigint NOT NULL,
  vgpus_total bigint NOT NULL,
  vgpus bigint NOT NULL,
  vgpus_idle bigint NOT NULL,
  workload_datapoints bigint NOT NULL,
  storage_datapoints bigint NOT NULL,
  origin text NOT NULL,
  generated_by text NOT NULL,
  due_at bigint,                     -- the hour that it was made for; each once, whoever makes it
  call_key text,                     -- the Idempotency-Key of the call that made it
  PRIMARY KEY (tenant, key)
);

CREATE UNIQUE INDEX vergeos_record_by_due ON vergeos_record (tenant, due_at)
  WHERE due_at IS NOT NULL;
CREATE UNIQUE INDEX vergeos_record_by_call ON vergeos_record (tenant, call_key)
  WHERE call_key IS NOT NULL;
CREATE INDEX vergeos_record_by_age ON vergeos_record (tenant, created, key);
CREATE INDEX vergeos_record_unsent ON vergeos_record (tenant, to_at) WHERE sent = 0;

-- What a record says never changes; that it was sent is noted once.
CREATE FUNCTION vergeos_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent <> 0 OR (to_jsonb(NEW) - 'sent') <> (to_jsonb(OLD) - 'sent') THEN
    RAISE EXCEPTION 'a billing record does not change';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER vergeos_record_stays BEFORE UPDATE ON vergeos_record
  FOR EACH ROW EXECUTE FUNCTION vergeos_record_stays();

-- Whose a record is, for keys that see only a part of the tenant: parts add up to the record before
-- it is rounded.
CREATE TABLE vergeos_part (
  tenant text NOT NULL,
  key bigint NOT NULL,
  source_account text NOT NULL,
  cost_centres text[] NOT NULL,      -- who paid at that time, and all above
  numbers numeric[] NOT NULL,        -- the measured fields in the order of the record's columns
  resources numeric NOT NULL,        -- how many resources the percentage is a sum over
  workload_datapoints bigint NOT NULL,
  storage_datapoints bigint NOT NULL,
  FOREIGN KEY (tenant, key) REFERENCES vergeos_record ON DELETE CASCADE
);

CREATE INDEX vergeos_part_by_record ON vergeos_part (tenant, key);

-- The tenants that have records: locked while one is made, so that numbers and spans join up.
CREATE TABLE vergeos_tenant (
  tenant text PRIMARY KEY,
  last_key bigint NOT NULL DEFAULT 0,
  last_to bigint NOT NULL DEFAULT 0,
  done_due bigint NOT NULL DEFAULT 0,   -- the last hour that was looked after, with a record or not
  generated_key bigint,                 -- the last record on request, and when it was asked for
  generated_at timestamptz
);

-- Short-lived tokens that stand for an API key. Digests only; roles as they were at the login.
CREATE TABLE key_session (
  prefix text PRIMARY KEY,
  sha256 text NOT NULL,
  key_prefix text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  name text NOT NULL,
  tenant text NOT NULL,
  roles text[] NOT NULL,
  scope text,                        -- of the key, where it is from configuration; null for all
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

CREATE INDEX key_session_by_end ON key_session (expires_at);
