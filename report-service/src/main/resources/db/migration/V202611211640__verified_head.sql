-- How far the ledger's chain, one for all tenants, was found right: the next verification goes on from there.
CREATE TABLE ledger_verified_head (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  seal_no bigint NOT NULL CHECK (seal_no > 0),
  chain_head text NOT NULL CHECK (chain_head ~ '^[0-9a-f]{64}$'),
  verified_at timestamptz NOT NULL DEFAULT now()
);
