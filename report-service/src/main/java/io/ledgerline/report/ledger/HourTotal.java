package io.ledgerline.report.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * What the ledger says of one hour, source account and meter.
 *
 * @param hour start of the hour (UTC)
 * @param sourceAccount where usage came from
 * @param meter what is summed; null when events are counted
 * @param accepted as it was answered recorded, noted apart from the rows
 * @param inLedger counted from the rows
 * @param published counted from the rows of batches that are on the topic
 * @param archived whether the month's rows were archived and dropped, so that the ledger has what
 *     was accepted and no more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HourTotal(
    Instant hour,
    String sourceAccount,
    String meter,
    BigDecimal accepted,
    BigDecimal inLedger,
    BigDecimal published,
    boolean archived) {
  /** Checks that all is there. */
  public HourTotal {
    Objects.requireNonNull(hour, "hour");
    Objects.requireNonNull(sourceAccount, "sourceAccount");
    Objects.requireNonNull(accepted, "accepted");
    Objects.requireNonNull(inLedger, "inLedger");
    Objects.requireNonNull(published, "published");
  }
}
