-- Secrets that the service made for itself because it was given none; never shown.
CREATE TABLE service_secret (
  name text PRIMARY KEY,
  value bytea NOT NULL,
  created_at timestamptz NOT NULL
);

-- Public halves of all keys that report bundles were ever signed with.
CREATE TABLE signing_key (
  id text PRIMARY KEY,
  public_key bytea NOT NULL,
  first_used_at timestamptz NOT NULL
);

-- In which formats a run is wanted; none for what its kind makes by itself.
ALTER TABLE report_run ADD COLUMN formats text[] NOT NULL DEFAULT '{}';

-- A run's files have an order: what the kind is about comes first, the bundle last.
ALTER TABLE artifact ADD COLUMN position integer NOT NULL DEFAULT 0;
