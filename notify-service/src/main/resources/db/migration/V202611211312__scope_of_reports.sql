-- What of the tenant a report is about, as AccessScope writes it; null for all.
ALTER TABLE delivery ADD COLUMN scope text;
CREATE INDEX delivery_scopes ON delivery (tenant, scope) WHERE scope IS NOT NULL;
