package io.ledgerline.ingest.ledger.retention.archive;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An object of an archive, as its manifest has it.
 *
 * @param key its key in the bucket
 * @param bytes its size
 * @param sha256 of its bytes, hex
 * @param batches how many batches are in it
 * @param rows how many rows
 */
@RegisterForReflection
public record ArchivePart(String key, long bytes, String sha256, long batches, long rows) {}
