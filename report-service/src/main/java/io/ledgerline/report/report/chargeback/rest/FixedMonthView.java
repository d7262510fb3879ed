package io.ledgerline.report.report.chargeback.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.report.report.chargeback.FixedMonth;
import java.time.Instant;

/**
 * A fixed month as the API shows it.
 *
 * @param month such as {@code 2026-01}, of UTC
 * @param watermark the ledger up to here
 * @param chainHead the ledger's chain at the watermark, in hex; absent where the ledger has none
 * @param knownAt what prices, attribution and directory knew
 * @param fixedAt since when
 * @param fixedBy the key that asked for it; {@code system} for a month that was over and quiet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FixedMonthView(
    String month,
    long watermark,
    String chainHead,
    Instant knownAt,
    Instant fixedAt,
    String fixedBy) {
  static FixedMonthView of(FixedMonth month) {
    return new FixedMonthView(
        month.month().toString(),
        month.watermark(),
        month.chainHead(),
        month.knownAt(),
        month.fixedAt(),
        month.fixedBy());
  }
}
