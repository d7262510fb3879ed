package io.ledgerline.ingest.ledger.retention.restore;

import io.ledgerline.platform.objectstore.ObjectAddress;
import java.time.YearMonth;

/**
 * A restoration that a worker has the lease of.
 *
 * @param id its number
 * @param month which month
 * @param manifest where its archive's manifest is
 * @param manifestSha256 of the manifest's bytes, hex
 * @param fence this claim's number
 */
record RestorationClaim(
    long id, YearMonth month, ObjectAddress manifest, String manifestSha256, long fence) {
  /** The table that the rows are read into; no two workers share one. */
  String table() {
    return table(fence);
  }

  String table(long ofFence) {
    return "restored_%d_%d".formatted(id, ofFence);
  }
}
