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
 * @param chainHead the chain's value at that number, 32 bytes in hex; zeros at 0. Whoever kept one
 *     can tell whether anything sealed up to it was changed since
 */
@RegisterForReflection
public record Watermark(
    @Schema(examples = "17") long watermark,
    @Schema(examples = "2026-01-31T12:15:00Z") Instant postedBefore,
    @Schema(examples = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
        String chainHead) {
  /** The chain's value before there is any batch. */
  public static final String NO_CHAIN = "0".repeat(64);
}
