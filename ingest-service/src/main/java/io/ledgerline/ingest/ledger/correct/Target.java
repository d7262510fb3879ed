package io.ledgerline.ingest.ledger.correct;

import io.ledgerline.ingest.ledger.Reason;
import io.ledgerline.ingest.ledger.batch.LedgerRow;
import java.util.UUID;

/**
 * One event that a correction is about.
 *
 * @param source who said it; null when the call does not say
 * @param id the source's own id; null when the call does not say
 * @param identity digest of both and the tenant; null when {@code fault} is there
 * @param selected the row that a filter found; null when the event is named
 * @param replacement its new version; null to take it back
 * @param timeGiven whether the new version has a time of its own
 * @param fault why the new version cannot be taken; else null
 */
record Target(
    String source,
    String id,
    UUID identity,
    StoredRow selected,
    LedgerRow replacement,
    boolean timeGiven,
    Reason fault) {
  static Target named(String source, String id, UUID identity) {
    return new Target(source, id, identity, null, null, false, null);
  }

  static Target selected(StoredRow row) {
    return new Target(row.source(), row.id(), row.identity(), row, null, false, null);
  }

  static Target replaced(String source, String id, LedgerRow replacement, boolean timeGiven) {
    return new Target(source, id, replacement.identity(), null, replacement, timeGiven, null);
  }

  static Target faulty(String source, String id, Reason fault) {
    return new Target(source, id, null, null, null, false, fault);
  }
}
