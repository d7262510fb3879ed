-- When a key was used last (told by all services, about once a minute) and what took its place.
ALTER TABLE api_key ADD COLUMN last_used_at timestamptz;
ALTER TABLE api_key ADD COLUMN replaced_by text;

-- Who has a ledger here. The tenant 'default' is the installation's own and cannot be suspended.
CREATE TABLE tenant (
  id text PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  suspended_at timestamptz,
  suspended_by text,
  reason text,
  revision bigint NOT NULL
);

INSERT INTO tenant (id, name, created_at, created_by, revision)
SELECT DISTINCT tenant, tenant, now(), 'upgrade', 1 FROM api_key
UNION SELECT 'default', 'default', now(), 'upgrade', 1;

-- The other services hear of them as of those made later.
INSERT INTO outbox (topic, record_key, payload)
SELECT 'access.tenants', id,
  convert_to(json_build_object('tenant', id, 'revision', revision)::text, 'UTF8')
FROM tenant;
