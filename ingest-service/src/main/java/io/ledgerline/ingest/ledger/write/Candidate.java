package io.ledgerline.ingest.ledger.write;

import io.ledgerline.ingest.ledger.batch.LedgerRow;
import java.time.Instant;
import java.util.UUID;

/**
 * An event that may enter the ledger if its identity is new.
 *
 * @param index place in the call
 * @param sourceId number of its source
 * @param row as it would be written
 */
public record Candidate(int index, int sourceId, LedgerRow row) {
  UUID identity() {
    return row.identity();
  }

  UUID body() {
    return row.body();
  }

  /** Charge time. */
  Instant time() {
    return row.fact().time();
  }
}
