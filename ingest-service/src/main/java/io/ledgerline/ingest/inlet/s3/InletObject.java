package io.ledgerline.ingest.inlet.s3;

import io.ledgerline.ingest.ledger.OutcomeCounts;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An object as the inlet knows it.
 *
 * @param id its number
 * @param location the location's name
 * @param bucket where it is
 * @param key which it is
 * @param etag the store's mark of its version
 * @param size packed bytes
 * @param state PENDING, RUNNING, DONE, SKIPPED or FAILED
 * @param reason why it was skipped, has failed, or was put off last; absent otherwise
 * @param detail the same for a person
 * @param linesDone lines whose outcome is committed
 * @param events outcomes of its lines so far
 * @param attempts how often it was begun
 * @param foundAt when it was first listed
 * @param finishedAt when it was done, skipped or given up; absent before
 */
@RegisterForReflection
public record InletObject(
    long id,
    String location,
    String bucket,
    String key,
    String etag,
    long size,
    @Schema(enumeration = {"PENDING", "RUNNING", "DONE", "SKIPPED", "FAILED"}) String state,
    String reason,
    String detail,
    long linesDone,
    OutcomeCounts events,
    int attempts,
    Instant foundAt,
    Instant finishedAt) {}
