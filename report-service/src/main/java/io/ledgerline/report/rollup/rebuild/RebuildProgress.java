package io.ledgerline.report.rollup.rebuild;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far a rebuild is; a replica that takes it over goes on from here.
 *
 * @param month the month at work; the ones before it are done
 * @param table the table that is built next to the month's partition; null before it is made
 * @param readTo up to which seal number each tenant's ledger is read
 * @param batches how many batches were read for the month
 */
public record RebuildProgress(
    YearMonth month, String table, SortedMap<String, Long> readTo, long batches) {
  /** The beginning of a month. */
  public static RebuildProgress of(YearMonth month) {
    return new RebuildProgress(month, null, new TreeMap<>(), 0);
  }

  /** The month's table is there. */
  public RebuildProgress into(String made) {
    return new RebuildProgress(month, made, readTo, batches);
  }

  /** More of a tenant's ledger is read. */
  public RebuildProgress read(String tenant, long sealNo, int more) {
    SortedMap<String, Long> further = new TreeMap<>(readTo);
    further.merge(tenant, sealNo, Math::max);
    return new RebuildProgress(month, table, further, batches + more);
  }

  /** The seal number to go on behind. */
  public long after(String tenant) {
    return readTo.getOrDefault(tenant, 0L);
  }
}
