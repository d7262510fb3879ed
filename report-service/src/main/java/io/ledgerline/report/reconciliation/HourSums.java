package io.ledgerline.report.reconciliation;

import io.ledgerline.contracts.Decimals;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What each stage says of one hour, account and meter.
 *
 * @param accepted as it was answered recorded
 * @param inLedger counted from the rows
 * @param published counted from the rows of batches on the topic
 * @param rolledUp of the rollups
 * @param reported what the latest run that covers the hour has read; null when there is none
 */
public record HourSums(
    BigDecimal accepted,
    BigDecimal inLedger,
    BigDecimal published,
    BigDecimal rolledUp,
    BigDecimal reported) {
  /** Brings all into normal form, so that equal sums are equal records. */
  public HourSums {
    accepted = Decimals.normal(accepted);
    inLedger = Decimals.normal(inLedger);
    published = Decimals.normal(published);
    rolledUp = Decimals.normal(rolledUp);
    reported = reported == null ? null : Decimals.normal(reported);
  }

  /** Whether all stages say the same, the report too if there is one. */
  public boolean allEqual() {
    return accepted.equals(inLedger)
        && accepted.equals(published)
        && accepted.equals(rolledUp)
        && (reported == null || accepted.equals(reported));
  }

  /** What a stage says; null where no run covers the hour. */
  public BigDecimal of(Stage stage) {
    return switch (Objects.requireNonNull(stage)) {
      case ACCEPTED -> accepted;
      case IN_LEDGER -> inLedger;
      case PUBLISHED -> published;
      case ROLLED_UP -> rolledUp;
      case REPORTED -> reported;
    };
  }
}
