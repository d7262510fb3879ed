-- The price book. Rows are never changed: a correction is a new row with the same match.
-- The match is (provider, model, meter, price_class); of rows with equal matches that are valid at
-- a time, the one learnt last (known_since) counts.
CREATE TABLE price (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  provider text,                     -- null: any
  model text NOT NULL,
  meter text NOT NULL,
  price_class text NOT NULL DEFAULT '',
  rate numeric NOT NULL CHECK (rate >= 0),
  per bigint NOT NULL CHECK (per > 0),
  currency text NOT NULL CHECK (length(currency) = 3),
  valid_from timestamptz NOT NULL,
  valid_to timestamptz CHECK (valid_to > valid_from),
  known_since timestamptz NOT NULL DEFAULT clock_timestamp(),
  source text NOT NULL,
  entered_by text NOT NULL
);

CREATE INDEX price_by_match ON price (tenant, model, meter, known_since);

-- Notes what was done once, such as filling the shipped price book.
CREATE TABLE done_once (
  what text PRIMARY KEY,
  done_at timestamptz NOT NULL DEFAULT now()
);
