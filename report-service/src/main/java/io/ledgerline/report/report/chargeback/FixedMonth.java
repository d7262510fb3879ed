package io.ledgerline.report.report.chargeback;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;

/**
 * A month whose reports say the same from now on: the marks that all of them are made at.
 *
 * @param month of UTC
 * @param watermark the ledger up to here
 * @param chainHead the ledger's chain at the watermark, in hex; null where the ledger has none
 * @param knownAt what prices, attribution and directory knew
 * @param fixedAt since when
 * @param fixedBy the key that asked for it; {@code system} for a month that was over and quiet
 */
public record FixedMonth(
    YearMonth month,
    long watermark,
    String chainHead,
    Instant knownAt,
    Instant fixedAt,
    String fixedBy) {
  /** Checks that all is there. */
  public FixedMonth {
    Objects.requireNonNull(month, "month");
    Objects.requireNonNull(knownAt, "knownAt");
    Objects.requireNonNull(fixedAt, "fixedAt");
    Objects.requireNonNull(fixedBy, "fixedBy");
  }
}
