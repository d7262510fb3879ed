package io.ledgerline.ingest.ledger.retention;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the policy would do now, and why not more.
 *
 * @param asOf the moment it was asked for
 * @param keepMonths the setting; absent: for ever
 * @param closedAfter the setting; absent: as long as months are kept
 * @param archiveBucket where archives go; absent: nowhere
 * @param months every month that has or had a partition, the oldest first
 */
@RegisterForReflection(targets = {RetentionForecast.class, RetentionForecast.Month.class})
public record RetentionForecast(
    Instant asOf,
    Integer keepMonths,
    Duration closedAfter,
    String archiveBucket,
    List<Month> months) {
  /**
   * What follows for a month.
   *
   * @param month which
   * @param state how far it is
   * @param closesAt when it stops taking events by the policy; absent: never
   * @param keptUntil until when it stays by the policy; absent: for ever
   * @param verdict the next step, and what is in its way
   */
  public record Month(
      String month, MonthState state, Instant closesAt, Instant keptUntil, Verdict verdict) {}
}
