package io.ledgerline.ingest.ledger.seal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the ledger is settled.
 *
 * @param watermark the highest seal number; 0 while there is none
 * @param postedBefore start of the quarter hour of posting that is still open: nothing is posted
 *     before it any more
 */
@RegisterForReflection
public record Watermark(
    @Schema(examples = "17") long watermark,
    @Schema(examples = "2026-01-31T12:15:00Z") Instant postedBefore) {}
