-- The book: all that is laid down with dates, of every kind. Rows are never changed or deleted: a
-- correction or a withdrawal is a new row with the same key. Of the rows of a key that are valid at
-- a time, the one learnt last (known_since) counts; if it has no value, the key is silent then.
CREATE TABLE book_entry (
  id uuid PRIMARY KEY,
  tenant text NOT NULL,
  kind text NOT NULL,
  match_key text COLLATE "C" NOT NULL, -- the key as one text: equal for equal keys and no others
  key jsonb NOT NULL,
  value jsonb,                         -- null: withdrawn
  valid_from timestamptz NOT NULL,
  valid_to timestamptz CHECK (valid_to > valid_from),
  known_since timestamptz NOT NULL,
  source text NOT NULL,
  entered_by text NOT NULL
);

CREATE INDEX book_entry_by_age ON book_entry (tenant, kind, known_since);
CREATE INDEX book_entry_by_key ON book_entry (tenant, kind, match_key, known_since, id);

-- The last instant that was given out as known_since or as a run's mark: the next known_since is
-- later, even if the server's clock is set back.
CREATE TABLE book_clock (
  tenant text PRIMARY KEY,
  last_at timestamptz NOT NULL
);
