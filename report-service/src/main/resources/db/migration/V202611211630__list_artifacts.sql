-- Artifacts are listed newest first, and found by their digest.
CREATE INDEX artifact_newest ON artifact (tenant, created_at, id);
CREATE INDEX artifact_sha256 ON artifact (tenant, sha256);
