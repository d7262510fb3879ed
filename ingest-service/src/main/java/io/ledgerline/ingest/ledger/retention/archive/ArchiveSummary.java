package io.ledgerline.ingest.ledger.retention.archive;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An archive of a month.
 *
 * @param id its number
 * @param state RUNNING, DONE or FAILED
 * @param whole whether the month was closed when it was begun
 * @param watermark highest seal number that is in it
 * @param requestedBy the key of who asked for it, or {@code policy}
 * @param requestedAt when
 * @param manifest address of its manifest; absent until it is done
 * @param manifestSha256 of the manifest's bytes, hex; absent until it is done
 * @param parts objects so far
 * @param rows rows in them
 * @param bytes bytes of them
 * @param finishedAt when it was done or had failed; absent while it runs
 * @param reason why it has failed or has to be tried again; absent otherwise
 */
@RegisterForReflection
public record ArchiveSummary(
    long id,
    @Schema(enumeration = {"RUNNING", "DONE", "FAILED"}) String state,
    boolean whole,
    long watermark,
    String requestedBy,
    Instant requestedAt,
    @Schema(examples = "s3://archive/ledger/2026-01/7/manifest-1.json") String manifest,
    String manifestSha256,
    long parts,
    long rows,
    long bytes,
    Instant finishedAt,
    String reason) {}
