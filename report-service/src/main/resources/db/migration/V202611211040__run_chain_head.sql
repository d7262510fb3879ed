-- The ledger's chain at the run's watermark, in hex: whoever has it can prove later that the ledger
-- up to there is still the one that the report was made of.
ALTER TABLE report_run ADD COLUMN chain_head text;
