package io.ledgerline.report.vendor.smarter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.ledgerline.report.vendor.smarter.DailyRecord;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A record as it is shown.
 *
 * @param id its number
 * @param createdAt when it was first there
 * @param updatedAt when it last changed
 * @param account by number
 * @param user by e-mail address
 * @param provider who offers the model
 * @param providerDisplay the same for a person
 * @param date calendar day in UTC
 * @param chargeType what was called
 * @param chargeTypeDisplay the same for a person
 * @param promptTokens what was sent
 * @param completionTokens what came back
 * @param totalTokens both
 * @param charges how many charges of the ledger are in it
 * @param text the record in a line
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DailyBillingRecordView(
    long id,
    Instant createdAt,
    Instant updatedAt,
    String account,
    String user,
    String provider,
    String providerDisplay,
    LocalDate date,
    String chargeType,
    String chargeTypeDisplay,
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long charges,
    String text) {
  static DailyBillingRecordView of(DailyRecord record) {
    DailyRecordKey key = record.key();
    return new DailyBillingRecordView(
        record.id(),
        record.createdAt(),
        record.updatedAt(),
        key.account(),
        key.user(),
        key.provider(),
        record.providerDisplay(),
        key.day(),
        key.chargeType(),
        record.chargeTypeDisplay(),
        record.tokens().prompt(),
        record.tokens().completion(),
        record.tokens().total(),
        record.charges(),
        record.text());
  }
}
