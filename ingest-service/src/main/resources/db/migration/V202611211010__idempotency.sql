-- Answers to calls that had an Idempotency-Key, written with the call's events and removed after a
-- time. No names and no bodies: digests, statuses and reasons.
CREATE TABLE idempotent_call (
  -- First 16 bytes of the SHA-256 over tenant, call and the caller's key.
  key_digest uuid PRIMARY KEY,
  tenant text NOT NULL,
  -- SHA-256 of the body's bytes.
  body_digest bytea NOT NULL CHECK (length(body_digest) = 32),
  -- Runs of statuses and the reasons as JSON (AnswerText).
  answer bytea NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX idempotent_call_by_age ON idempotent_call (answered_at);
