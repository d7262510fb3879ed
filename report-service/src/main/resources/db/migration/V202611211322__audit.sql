-- What was done, or tried, over the APIs of all services. Rows are added and never changed or taken
-- away; whoever owns the table would have to take the trigger away first.
CREATE TABLE audit_event (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  tenant text NOT NULL,
  service text NOT NULL,
  actor text NOT NULL,
  action text NOT NULL,
  object text NOT NULL,
  outcome text NOT NULL,
  status integer NOT NULL,
  remote_address text NOT NULL,
  calls bigint NOT NULL
);

CREATE INDEX audit_event_by_time ON audit_event (tenant, at DESC, id DESC);

CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE TRIGGER audit_event_is_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
