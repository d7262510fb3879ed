-- API keys. Digests only; the text is shown once, when the key is made.
CREATE TABLE api_key (
  prefix text PRIMARY KEY,
  sha256 text NOT NULL,
  tenant text NOT NULL,
  name text NOT NULL,
  roles text[] NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  revision bigint NOT NULL
);

CREATE INDEX api_key_by_tenant ON api_key (tenant, prefix);
