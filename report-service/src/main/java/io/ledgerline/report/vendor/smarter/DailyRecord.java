package io.ledgerline.report.vendor.smarter;

import io.ledgerline.contracts.charge.ChargeProvider;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.contracts.charge.ChargeType;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import java.time.Instant;
import java.util.Objects;

/**
 * A daily billing record.
 *
 * @param id its number
 * @param key what it is of
 * @param tokens how many
 * @param charges how many charges of the ledger are in it
 * @param createdAt when it was first there
 * @param updatedAt when it last changed
 */
public record DailyRecord(
    long id,
    DailyRecordKey key,
    ChargeTokens tokens,
    long charges,
    Instant createdAt,
    Instant updatedAt) {
  /** Checks that all is there. */
  public DailyRecord {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(tokens, "tokens");
  }

  /** The charge type for a person. */
  public String chargeTypeDisplay() {
    return ChargeType.display(key.chargeType());
  }

  /** The provider for a person. */
  public String providerDisplay() {
    return ChargeProvider.display(key.provider());
  }

  /** The record in a line. */
  public String text() {
    return "%s - %s - %s - %s - %d"
        .formatted(key.account(), key.user(), key.provider(), key.day(), tokens.total());
  }
}
