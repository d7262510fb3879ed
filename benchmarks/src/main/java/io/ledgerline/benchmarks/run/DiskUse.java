package io.ledgerline.benchmarks.run;

import io.ledgerline.benchmarks.host.BenchSuite;
import java.sql.SQLException;

/**
 * What the ledger takes on disk.
 *
 * @param bytes of ledger_event and event_key, their indexes and all that belongs to them
 * @param events in them
 */
record DiskUse(long bytes, long events) {
  private static final String BYTES =
      """
      SELECT pg_total_relation_size('ingest.event_key') + (
        SELECT coalesce(sum(pg_total_relation_size(relid)), 0)
        FROM pg_partition_tree('ingest.ledger_event'))""";

  static DiskUse of(BenchSuite suite) throws SQLException {
    return new DiskUse(suite.number(BYTES), suite.number("SELECT count(*) FROM ingest.event_key"));
  }

  /** What each event since then has added. */
  double bytesPerEventSince(DiskUse before) {
    return (double) (bytes - before.bytes) / Math.max(1, events - before.events);
  }
}
