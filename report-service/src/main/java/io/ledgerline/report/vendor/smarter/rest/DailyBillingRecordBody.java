package io.ledgerline.report.vendor.smarter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.charge.ChargeTokens;
import io.ledgerline.report.report.dailyrecords.DailyRecordKey;
import io.ledgerline.report.vendor.smarter.RecordRules;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A record as it is entered; all fields are required.
 *
 * @param account by number
 * @param user by e-mail address
 * @param provider any text; openai, metaai and googleai have labels
 * @param date calendar day
 * @param chargeType completion, plugin or tool
 * @param promptTokens at least 0
 * @param completionTokens at least 0
 * @param totalTokens the sum of both
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DailyBillingRecordBody(
    String account,
    String user,
    String provider,
    String date,
    String chargeType,
    Long promptTokens,
    Long completionTokens,
    Long totalTokens) {
  static final String EXAMPLE =
      """
      {"account": "3141-5926-5359", "user": "u@example.com", "provider": "openai",
       "date": "2024-01-01", "charge_type": "completion", "prompt_tokens": 100,
       "completion_tokens": 200, "total_tokens": 300}""";

  DailyRecordKey key() {
    return RecordRules.key(new DailyRecordKey(day(), account, user, provider, chargeType));
  }

  ChargeTokens tokens() {
    return ChargeTokens.of(
        count("prompt_tokens", promptTokens),
        count("completion_tokens", completionTokens),
        count("total_tokens", totalTokens));
  }

  private LocalDate day() {
    if (date == null) {
      throw missing("date");
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new InvalidValueException("date", "invalid-day", "'date' is a day such as 2024-01-31.");
    }
  }

  private static long count(String field, Long count) {
    if (count == null) {
      throw missing(field);
    }
    return count;
  }

  private static InvalidValueException missing(String field) {
    return new InvalidValueException(field, "missing", "'" + field + "' is required.");
  }
}
