-- Copy of report-service's API keys, filled from the topic access.keys. Digests only, never a key.
CREATE TABLE access_key (
  prefix text PRIMARY KEY,
  sha256 text NOT NULL,
  tenant text NOT NULL,
  name text NOT NULL,
  roles text[] NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  revision bigint NOT NULL
);
