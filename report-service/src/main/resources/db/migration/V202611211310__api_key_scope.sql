-- What of the tenant a key sees, as AccessScope writes it; null for all.
ALTER TABLE api_key ADD COLUMN scope text;
