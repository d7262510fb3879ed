-- Meters that a tenant added to those that everybody has. Never changed.
CREATE TABLE meter (
  tenant text NOT NULL,
  name text NOT NULL,
  unit text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('counter', 'gauge')),
  description text,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by text NOT NULL,
  PRIMARY KEY (tenant, name)
);
