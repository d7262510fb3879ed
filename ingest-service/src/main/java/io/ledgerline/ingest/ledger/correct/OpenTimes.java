package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.ingest.ledger.Reason;
import java.time.Instant;

/**
 * Which charge times the ledger takes rows of.
 *
 * @param from inclusive
 * @param reason why nothing from before is taken
 */
record OpenTimes(Instant from, Reason reason) {
  boolean takes(Instant time) {
    return !time.isBefore(from);
  }
}
