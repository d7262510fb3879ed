package io.ledgerline.ingest.ledger.retention.archive;

import io.ledgerline.contracts.Decimals;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an archive is made of.
 *
 * @param form name and version of the archive's form
 * @param month such as 2026-01, in UTC
 * @param archive its number
 * @param whole whether the month was closed, so that nothing of it can be missing
 * @param writtenAt when it was finished
 * @param watermark highest seal number that is in it
 * @param chainHead the chain's value at that number, hex; 64 zeros for none
 * @param batches how many
 * @param rows how many
 * @param sums signed counts and sums by tenant
 * @param parts the objects, in order
 */
@RegisterForReflection
public record Manifest(
    String form,
    String month,
    long archive,
    boolean whole,
    Instant writtenAt,
    long watermark,
    String chainHead,
    long batches,
    long rows,
    SortedMap<String, Sum> sums,
    List<ArchivePart> parts) {
  /** The form that is written today. */
  public static final String FORM = "ledgerline archive 1";

  /**
   * What a tenant's rows add up to.
   *
   * @param events how many, those that take back counted negatively
   * @param quantities signed sums by meter
   */
  @RegisterForReflection
  public record Sum(long events, SortedMap<String, BigDecimal> quantities) {
    Sum plus(Sum other) {
      SortedMap<String, BigDecimal> sums = new TreeMap<>(quantities);
      other.quantities.forEach(
          (meter, value) -> sums.merge(meter, value, (a, b) -> Decimals.normal(a.add(b))));
      return new Sum(events + other.events, sums);
    }
  }
}
