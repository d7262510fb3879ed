-- What of the tenant a run or a schedule is about, as AccessScope writes it; null for all.
ALTER TABLE report_run ADD COLUMN scope text;
ALTER TABLE schedule ADD COLUMN scope text;

-- Whether whoever sees 'own' sees what is about 'scope': each of its lines is among the own ones, or begins
-- as one does that ends in *. The same rule as AccessScope.contains.
CREATE FUNCTION scope_within(scope text, own text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT scope IS NOT NULL AND (scope = own OR NOT EXISTS (
    SELECT FROM unnest(string_to_array(scope, E'\n')) AS wanted (line)
    WHERE NOT EXISTS (
      SELECT FROM unnest(string_to_array(own, E'\n')) AS named (line)
      WHERE named.line = wanted.line
        OR named.line LIKE 'account:%*' AND starts_with(wanted.line, left(named.line, -1)))))
$$;
