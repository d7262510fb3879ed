package io.ledgerline.report.vendor.dynamoguard.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.vendor.dynamoguard.BillingSettings;
import io.ledgerline.report.vendor.dynamoguard.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A tenant's settings, as they are shown and written.
 *
 * @param billingEnabledFrom an instant, or a date for its beginning in UTC; null for always
 * @param environment how the installation is called in reports; null for the tenant's name
 * @param list {@code array}, or {@code data} for the oldest SDKs; null for an array
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SettingsBody(String billingEnabledFrom, String environment, String list) {
  private static final int DATE_LENGTH = 10;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2068-01-01T00:00:00Z");

  static SettingsBody of(BillingSettings settings) {
    return new SettingsBody(
        settings.enabledFrom() == null ? null : Times.text(settings.enabledFrom()),
        settings.environment(),
        settings.listInData() ? "data" : "array");
  }

  /**
   * The settings.
   *
   * @throws InvalidValueException that names the field at fault
   */
  BillingSettings settings() {
    String shape = list == null ? "array" : list.toLowerCase(Locale.ROOT);
    if (!shape.equals("array") && !shape.equals("data")) {
      throw new InvalidValueException("list", "unknown-list", "'list' is 'array' or 'data'.");
    }
    return new BillingSettings(
        enabledFrom(),
        Texts.optional("environment", environment, Texts.MAX_NAME),
        shape.equals("data"));
  }

  private Instant enabledFrom() {
    try {
      if (billingEnabledFrom == null) {
        return null;
      }
      Instant from =
          billingEnabledFrom.length() == DATE_LENGTH
              ? LocalDate.parse(billingEnabledFrom).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(billingEnabledFrom).toInstant();
      if (!from.isBefore(EARLIEST) && from.isBefore(LATEST)) {
        return from.truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException ignored) {
      // Told below.
    }
    throw new InvalidValueException(
        "billingEnabledFrom",
        "invalid-time",
        "'billingEnabledFrom' is a date or a time such as 2024-11-07T00:00:00Z, from 2000 to 2067.");
  }
}
