-- Accounts are listed by name.
CREATE INDEX dimension_set_by_account ON dimension_set (tenant, source_account);
