-- Retention: months of the ledger are closed against writing, archived, and dropped as partitions.
-- Batches (with their digests, sums and places in the chain) and identity keys stay for ever.

-- No event from before open_from is taken any more. It only moves on. One row.
CREATE TABLE ledger_horizon (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  open_from date NOT NULL CHECK (extract(day FROM open_from) = 1)
);

INSERT INTO ledger_horizon (open_from) VALUES (DATE '2000-01-01');

-- Which replica applies the policy. Its number grows with every lease: whoever has an older one may
-- note nothing more. One row.
CREATE TABLE retention_steward (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz NOT NULL DEFAULT now()
);

INSERT INTO retention_steward DEFAULT VALUES;

-- A month's copy in the object store. Of a month that was closed it is whole; of one that was still
-- open it goes up to a seal number.
CREATE TABLE ledger_archive (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month date NOT NULL,
  state text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  -- Whether the month was closed when it was begun, so that nothing of it can be missing.
  whole boolean NOT NULL,
  -- Highest seal number that is in it.
  watermark bigint NOT NULL,
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  bucket text NOT NULL,
  -- What the keys of its objects begin with; ends with a slash.
  prefix text NOT NULL,
  manifest_key text,
  manifest_sha256 text,
  finished_at timestamptz,
  -- Why it has failed or is tried again: a sentence.
  reason text,
  -- Grows with every claim; a worker whose number is no longer this one may note nothing.
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  not_before timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX ledger_archive_running ON ledger_archive (month) WHERE state = 'RUNNING';
CREATE INDEX ledger_archive_by_month ON ledger_archive (month, id);

-- An object of an archive that was uploaded and read back; after a crash the next worker goes on
-- behind the last one.
CREATE TABLE ledger_archive_part (
  archive_id bigint NOT NULL REFERENCES ledger_archive,
  part int NOT NULL,
  key text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  batches bigint NOT NULL,
  rows bigint NOT NULL,
  last_batch_no bigint NOT NULL,
  -- {"<tenant>": {"events": 3, "quantities": {"input_tokens": "10"}}}, signed.
  sums jsonb NOT NULL,
  PRIMARY KEY (archive_id, part)
);

-- OPEN takes events. CLOSING refuses them and waits for batches on their way; CLOSED has none.
-- ARCHIVED is whole in the object store; DETACHED no longer part of the ledger; DROPPED gone, and
-- ARCHIVED again when it was restored.
CREATE TABLE ledger_month (
  month date PRIMARY KEY CHECK (extract(day FROM month) = 1),
  state text NOT NULL DEFAULT 'OPEN'
    CHECK (state IN ('OPEN', 'CLOSING', 'CLOSED', 'ARCHIVED', 'DETACHED', 'DROPPED')),
  made_at timestamptz NOT NULL DEFAULT now(),
  closing_at timestamptz,
  closed_at timestamptz,
  archived_at timestamptz,
  detached_at timestamptz,
  dropped_at timestamptz,
  -- Counted when it was closed.
  rows bigint,
  batches bigint,
  highest_seal_no bigint,
  archive_id bigint REFERENCES ledger_archive,
  -- Why it does not go on, as last logged; null when nothing is in its way.
  waiting_for text
);

-- A dropped month that is read back from its archive.
CREATE TABLE ledger_restoration (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  month date NOT NULL REFERENCES ledger_month,
  archive_id bigint NOT NULL REFERENCES ledger_archive,
  state text NOT NULL DEFAULT 'RUNNING' CHECK (state IN ('RUNNING', 'DONE', 'FAILED')),
  requested_by text NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  reason text,
  fence bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  not_before timestamptz NOT NULL DEFAULT now()
);

CREATE UNIQUE INDEX ledger_restoration_running ON ledger_restoration (month) WHERE state = 'RUNNING';

-- While a hold lasts, no month in [from_month, to_month] is detached or dropped.
CREATE TABLE legal_hold (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- Whose usage it is for; null: everybody's.
  tenant text,
  from_month date NOT NULL CHECK (extract(day FROM from_month) = 1),
  to_month date NOT NULL CHECK (extract(day FROM to_month) = 1),
  reason text NOT NULL,
  placed_by text NOT NULL,
  placed_at timestamptz NOT NULL DEFAULT now(),
  released_by text,
  released_at timestamptz,
  CHECK (from_month <= to_month)
);

CREATE INDEX legal_hold_standing ON legal_hold (from_month) WHERE released_at IS NULL;

-- What was decided and done, for ever.
CREATE TABLE retention_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT now(),
  -- Whom it concerns; null: everybody.
  tenant text,
  month date,
  what text NOT NULL,
  detail text NOT NULL,
  actor text NOT NULL
);

-- Finds a month's batches; a few bytes for many pages, and no work for the writers.
CREATE INDEX batch_by_month ON batch USING brin (min_time) WITH (pages_per_range = 32, autosummarize = on);

INSERT INTO ledger_month (month)
SELECT to_date(substr(c.relname, 14), 'YYYY_MM') FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = 'ledger_event'::regclass;

-- Stands on the partition of a closed month.
CREATE FUNCTION refuse_closed_month() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is closed', TG_TABLE_NAME USING ERRCODE = 'LL001';
END $$;

-- Closes a month against writing. Making the trigger waits for whoever is writing to the partition
-- and for nobody else: not for readers, not for writers of other months. Whoever comes to it later
-- meets the trigger. So what is committed when this returns is all there will ever be.
CREATE FUNCTION close_ledger_month(first_day date) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  part text := 'ledger_event_' || to_char(first_day, 'YYYY_MM');
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = part::regclass AND tgname = 'closed_month') THEN
    EXECUTE format('CREATE TRIGGER closed_month BEFORE INSERT OR UPDATE OR DELETE ON %I
      FOR EACH ROW EXECUTE FUNCTION refuse_closed_month()', part);
    EXECUTE format('CREATE TRIGGER closed_month_whole BEFORE TRUNCATE ON %I
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_month()', part);
  END IF;
END $$;

-- Makes the partition of the month that begins at first_day (UTC) if it is not there, unless the
-- month is over for good. It is filled with everything it needs apart and only then attached, which
-- does not stop writers; the advisory lock keeps replicas from making the same one twice, and the
-- horizon from passing by meanwhile. Returns whether it was made.
CREATE FUNCTION ensure_ledger_partition(first_day date) RETURNS boolean
LANGUAGE plpgsql AS $$
DECLARE
  part text := 'ledger_event_' || to_char(first_day, 'YYYY_MM');
  lower_bound timestamptz := first_day::timestamp AT TIME ZONE 'UTC';
  upper_bound timestamptz := (first_day + interval '1 month') AT TIME ZONE 'UTC';
BEGIN
  IF first_day < (SELECT open_from FROM ledger_horizon) THEN
    RAISE EXCEPTION '% is closed', part USING ERRCODE = 'LL001';
  END IF;
  IF to_regclass(part) IS NOT NULL THEN
    RETURN false;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('ledgerline ingest ledger partitions', 0));
  IF first_day < (SELECT open_from FROM ledger_horizon) THEN
    RAISE EXCEPTION '% is closed', part USING ERRCODE = 'LL001';
  END IF;
  -- Asked of the catalogue by a query: what another transaction made while this one waited for the
  -- lock is not in the session's caches yet.
  IF EXISTS (SELECT FROM pg_class
      WHERE relname = part AND relnamespace = current_schema()::regnamespace) THEN
    RETURN false;
  END IF;
  EXECUTE format('CREATE TABLE %I (LIKE ledger_event INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
  EXECUTE format('ALTER TABLE %I ADD CONSTRAINT month CHECK (charge_time >= %L AND charge_time < %L)',
    part, lower_bound, upper_bound);
  EXECUTE format('ALTER TABLE ledger_event ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
    part, lower_bound, upper_bound);
  -- It has done its work; from here on it would only be checked again for each row.
  EXECUTE format('ALTER TABLE %I DROP CONSTRAINT month', part);
  INSERT INTO ledger_month (month) VALUES (first_day);
  RETURN true;
END $$;
