-- Copy of how report-service's tenants stand, filled from the topic access.tenants.
CREATE TABLE access_tenant (
  tenant text PRIMARY KEY,
  suspended_at timestamptz,
  revision bigint NOT NULL
);
