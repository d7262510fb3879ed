-- Who the book's users are: everything that names a person, apart from all that lasts, so that it
-- can be erased. A change adds a version; the one that counts has no known_until.
CREATE TABLE directory_person (
  tenant text NOT NULL,
  user_id uuid NOT NULL,
  known_since timestamptz NOT NULL,
  known_until timestamptz CHECK (known_until > known_since),
  user_name_key text NOT NULL,         -- as user names are compared: whatever the case of letters
  names text[] NOT NULL,               -- all texts by which the person may be found, likewise
  gone boolean NOT NULL DEFAULT false, -- the user is deleted: the user name is free for another
  person jsonb NOT NULL,
  PRIMARY KEY (tenant, user_id, known_since)
);

CREATE UNIQUE INDEX directory_person_one ON directory_person (tenant, user_id)
WHERE known_until IS NULL;

CREATE UNIQUE INDEX directory_person_user_name ON directory_person (tenant, user_name_key)
WHERE known_until IS NULL AND NOT gone;

CREATE INDEX directory_person_names ON directory_person USING gin (names)
WHERE known_until IS NULL;

CREATE INDEX directory_person_age ON directory_person (tenant, known_since);

-- Whose data were erased, when and by whom: the surrogate alone stays.
CREATE TABLE directory_erasure (
  tenant text NOT NULL,
  user_id uuid NOT NULL,
  erased_at timestamptz NOT NULL,
  erased_by text NOT NULL,
  PRIMARY KEY (tenant, user_id)
);

-- When each source of the directory was heard. Only added to, so that a report made again states
-- the same age.
CREATE TABLE directory_sync (
  tenant text NOT NULL,
  source text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  door text NOT NULL CHECK (door IN ('rest', 'csv', 'scim')),
  PRIMARY KEY (tenant, source, at)
);

-- How often a source is expected to be heard, where an admin said so.
CREATE TABLE directory_source (
  tenant text NOT NULL,
  source text COLLATE "C" NOT NULL,
  expected_seconds bigint CHECK (expected_seconds > 0), -- null: never expected again
  PRIMARY KEY (tenant, source)
);

-- Memberships of one user: the book's own order is by workspace.
CREATE INDEX book_entry_membership_by_user ON book_entry (tenant, (key ->> 'user'))
WHERE kind = 'directory-membership';
