-- The ledger: what was said, once each, for ever.
--
-- Width matters here: ledger row, key row and both indexes together are to stay below 220 bytes an
-- event. So what repeats is interned (source, dimension_set), columns stand in the order of their
-- alignment, and eight of them fit a row header with its null bitmap in 24 bytes.

-- Who says it. Never deleted; a few per installation.
CREATE TABLE source (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  tenant text NOT NULL,
  name text COLLATE "C" NOT NULL,
  UNIQUE (tenant, name)
);

-- People and machines. Everything else knows only the random id, so that name and digest can be
-- erased while sums and proofs stay.
CREATE TABLE principal (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  name text,
  name_digest uuid,
  first_seen_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (tenant, name_digest)
);

-- All that repeats from event to event: where it came from, what was used, and which meters it
-- carries, in the order in which ledger_event.quantities lists their values.
CREATE TABLE dimension_set (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  digest uuid NOT NULL UNIQUE,
  tenant text NOT NULL,
  source_id int NOT NULL REFERENCES source,
  source_account text NOT NULL,
  principal_id uuid REFERENCES principal,
  workspace text,
  project text,
  provider text,
  model text,
  region text,
  operation text,
  price_class jsonb NOT NULL DEFAULT '{}',
  meters text[] NOT NULL,
  -- 1: its rows add; -1: each of its rows takes an earlier row back. Quantities are never negative
  -- themselves: what a row means is sign * quantity.
  sign smallint NOT NULL DEFAULT 1 CHECK (sign IN (1, -1))
);

-- Accepted events of one tenant and one month of charge time (UTC) that were committed together, up
-- to what fits one message. Also the outbox: a batch is done when report-service has confirmed it.
CREATE TABLE batch (
  batch_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  tenant text NOT NULL,
  -- Posting time: when the transaction began.
  posted_at timestamptz NOT NULL DEFAULT now(),
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  events int NOT NULL CHECK (events > 0),
  -- What was answered 'recorded', noted apart from the rows, so that the rows can be held against it:
  -- {"<charge quarter hour, epoch seconds>": {"<source account>":
  --   {"events": 3, "quantities": {"input_tokens": "10"}}}}; reversals count negatively.
  accepted jsonb NOT NULL,
  -- SHA-256 over the batch's rows in the order of their positions; canonical form in
  -- io.ledgerline.ingest.ledger.canon.BatchDigest.
  digest bytea NOT NULL CHECK (length(digest) = 32),
  min_time timestamptz NOT NULL,
  max_time timestamptz NOT NULL,
  -- When the relay has to see to it; null when nothing is to be done any more.
  publish_due_at timestamptz,
  published_at timestamptz,
  confirmed_at timestamptz,
  dead_lettered_at timestamptz,
  attempts int NOT NULL DEFAULT 0,
  -- Given in order, after the commit, by one sealer at a time. What has a number stays as it is.
  seal_no bigint UNIQUE,
  -- SHA-256 over the chain value of the batch sealed before and this batch's header; given with the
  -- number. Whoever knows one of them can tell whether anything sealed up to it was changed since.
  chain bytea CHECK (length(chain) = 32),
  CHECK ((seal_no IS NULL) = (chain IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX batch_due ON batch (publish_due_at) WHERE publish_due_at IS NOT NULL;
CREATE INDEX batch_unsealed ON batch (batch_no) WHERE seal_no IS NULL;
CREATE INDEX batch_by_time ON batch (tenant, max_time);

-- Identity of every event ever accepted. Not partitioned by time, because identity has no time.
CREATE TABLE event_key (
  -- First 16 bytes of the SHA-256 over tenant, source and id (canonical form, version 1).
  identity uuid PRIMARY KEY,
  -- First 16 bytes of the SHA-256 over what the event says (canonical form, version 1).
  body uuid NOT NULL,
  source_id int NOT NULL,
  -- Where to look in ledger_event: seconds of the charge time since 2000-01-01T00:00:00Z.
  charge_second int NOT NULL
);

-- The facts, by month of charge time. No unique index: event_key is what makes them unique.
CREATE TABLE ledger_event (
  charge_time timestamptz NOT NULL,
  batch_no bigint NOT NULL,
  dimension_set_id int NOT NULL,
  -- Place in its batch, from 0.
  position smallint NOT NULL,
  -- The source's own id: as 16 bytes when it is a UUID in its usual spelling, else as text.
  id_uuid uuid,
  id_text text COLLATE "C",
  -- Plain decimals joined by commas, in the order of dimension_set.meters.
  quantities text COLLATE "C" NOT NULL,
  -- {"tags": {...}, "attributes": {...}}, each only when there are any; null when there are none.
  labels jsonb
) PARTITION BY RANGE (charge_time);

-- Usage arrives about in the order in which it happens, and a batch's rows lie next to each other,
-- so a few bytes per 256 KiB find both again.
CREATE INDEX ledger_event_by_time ON ledger_event
  USING brin (charge_time) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX ledger_event_by_batch ON ledger_event
  USING brin (batch_no) WITH (pages_per_range = 32, autosummarize = on);

-- Which rows of the ledger were taken back by later ones. The rows themselves stay as they are.
CREATE TABLE corrected_event (
  -- The row that was taken back.
  batch_no bigint NOT NULL,
  position smallint NOT NULL,
  identity uuid NOT NULL,
  -- The batch that holds the row that takes it back; it counts from that batch's seal number on.
  reversal_batch_no bigint NOT NULL,
  correction_id uuid NOT NULL,
  -- Digest of what stands there now; null when nothing does.
  new_body uuid,
  PRIMARY KEY (batch_no, position)
);

CREATE INDEX corrected_event_by_identity ON corrected_event (identity);

-- Fields of a digest, as io.ledgerline.ingest.ledger.canon.FieldDigest writes them: a kind byte, the
-- length or the number in 8 bytes, and the bytes.
CREATE FUNCTION digest_text(value text) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '\x01'::bytea || int8send(octet_length(convert_to(value, 'UTF8'))) || convert_to(value, 'UTF8');

CREATE FUNCTION digest_number(value bigint) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '\x02'::bytea || int8send(value);

CREATE FUNCTION digest_bytes(value bytea) RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN '\x03'::bytea || int8send(octet_length(value)) || value;

-- The chain value of a batch: SHA-256 over the value before it and the batch's header.
CREATE FUNCTION chain_link(previous bytea, seal_no bigint, id uuid, tenant text,
  posted_at timestamptz, events int, digest bytea, accepted jsonb) RETURNS bytea
LANGUAGE sql STABLE STRICT PARALLEL SAFE
RETURN sha256(digest_text('ledgerline chain 1') || digest_bytes(previous)
  || digest_number(seal_no) || digest_bytes(uuid_send(id)) || digest_text(tenant)
  || digest_number((extract(epoch FROM posted_at) * 1000000)::bigint)
  || digest_number(events) || digest_bytes(digest) || digest_text(accepted::text));

-- Numbers and chains every committed batch that has no number yet, in the order of their
-- transactions. One sealer at a time, whoever calls. Returns the highest number.
CREATE FUNCTION seal_batches() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  last_no bigint;
  last_chain bytea;
  b record;
BEGIN
  -- Any number that nothing else in this schema locks. What follows sees all that was committed
  -- before the lock was given, earlier seals among it.
  PERFORM pg_advisory_xact_lock(5210061);
  SELECT seal_no, chain INTO last_no, last_chain FROM batch
    WHERE seal_no IS NOT NULL ORDER BY seal_no DESC LIMIT 1;
  IF last_no IS NULL THEN
    last_no := 0;
    last_chain := decode(repeat('00', 32), 'hex');
  END IF;
  FOR b IN SELECT batch_no, id, tenant, posted_at, events, digest, accepted FROM batch
    WHERE seal_no IS NULL ORDER BY tx, batch_no
  LOOP
    last_no := last_no + 1;
    last_chain := chain_link(last_chain, last_no, b.id, b.tenant, b.posted_at, b.events, b.digest,
      b.accepted);
    UPDATE batch SET seal_no = last_no, chain = last_chain WHERE batch_no = b.batch_no;
  END LOOP;
  RETURN last_no;
END $$;

-- For people with SQL: every row with its words in full; sums are sums of sign * quantity.
CREATE VIEW usage_event AS
SELECT d.tenant, s.name AS source, coalesce(e.id_text, e.id_uuid::text) AS id, e.charge_time,
  d.source_account, d.principal_id, p.name AS principal, d.workspace, d.project, d.provider, d.model,
  d.region, d.operation, d.price_class,
  (SELECT jsonb_object_agg(q.meter, q.value)
     FROM unnest(d.meters, string_to_array(e.quantities, ',')::numeric[]) AS q (meter, value)) AS quantities,
  e.labels -> 'tags' AS tags, e.labels -> 'attributes' AS attributes,
  d.sign, b.id AS batch_id, e.position, b.posted_at, b.seal_no
FROM ledger_event e
JOIN dimension_set d ON d.id = e.dimension_set_id
JOIN source s ON s.id = d.source_id
JOIN batch b ON b.batch_no = e.batch_no
LEFT JOIN principal p ON p.id = d.principal_id;
