package io.ledgerline.ingest.ledger.correct;

import java.time.Instant;
import java.util.UUID;

/**
 * What stands in the ledger for an identity.
 *
 * @param identity digest of what makes it the same event
 * @param sourceId number of its source
 * @param version 1 when it was never corrected
 * @param time charge time of the row that counts, or that counted last; of version 1 only its
 *     second
 * @param body digest of what it says; null when it is void
 * @param place its row; null when it is void, and for version 1, which has the identity's only row
 * @param taken the row that was taken back last; null for version 1
 * @param correctionId what made this version; null for version 1
 */
record EventState(
    UUID identity,
    int sourceId,
    int version,
    Instant time,
    UUID body,
    Place place,
    Place taken,
    UUID correctionId) {
  boolean isVoid() {
    return body == null;
  }

  /** Whether a row of this identity is the one that counts. */
  boolean stands(StoredRow row) {
    return !isVoid() && (version == 1 || row.place().equals(place));
  }

  /** Whether it was this row that the last version took back, and nothing came in its place. */
  boolean voided(StoredRow row) {
    return isVoid() && row.place().equals(taken);
  }
}
