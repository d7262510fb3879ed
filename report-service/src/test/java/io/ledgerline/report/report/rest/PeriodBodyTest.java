package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Period;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodBodyTest {
  private static final Instant NOW = Instant.parse("2024-05-27T10:00:00Z");

  private static Period period(String type, String day, String zone, String until) {
    return new PeriodBody(type, day, zone, until).spec(NOW).period();
  }

  @Test
  void aDayIsTheCalendarDayOfItsZone() {
    Period period = period("day", "2024-05-25", "Asia/Kolkata", null);
    assertThat(period.from()).isEqualTo("2024-05-24T18:30:00Z");
    assertThat(period.to()).isEqualTo("2024-05-25T18:30:00Z");
  }

  @Test
  void theZoneIsUtcUnlessSaid() {
    assertThat(period("day", "2024-05-25", null, null).from()).isEqualTo("2024-05-25T00:00:00Z");
    assertThat(period("day", "2024-05-25", "Z", null).zone().getId()).isEqualTo("UTC");
  }

  @Test
  void rollingHoursEndAtTheInstantOrNow() {
    assertThat(period("rolling-24h", null, null, "2024-05-26T04:30:00+02:00").from())
        .isEqualTo("2024-05-25T02:30:00Z");
    assertThat(period("rolling-24h", null, null, null).to()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "day, 2024-13-01, UTC, -, period.day, not-a-date",
        "day, 2024-02-30, UTC, -, period.day, not-a-date",
        "day, yesterday, UTC, -, period.day, not-a-date",
        "day, -, UTC, -, period.day, not-a-date",
        "day, +999999999-01-01, UTC, -, period.day, not-a-date",
        "day, 2024-05-25, Mars/Olympus, -, period.zone, unknown-zone",
        "day, 2024-05-25, +02:00, -, period.zone, unknown-zone",
        "day, 2024-05-25, ../etc, -, period.zone, unknown-zone",
        "day, 2024-05-29, UTC, -, period.day, in-the-future",
        "day, 9999-12-31, UTC, -, period.day, in-the-future",
        "day, 1969-12-31, UTC, -, period.day, too-early",
        "rolling-24h, -, UTC, 2024-05-26T02:30:00, period.until, not-an-instant",
        "rolling-24h, -, UTC, now, period.until, not-an-instant",
        "rolling-24h, -, UTC, 2099-01-01T00:00:00Z, period.until, in-the-future",
        "month, 2024-05-25, UTC, -, period.type, unknown-period-type",
        "-, 2024-05-25, UTC, -, period.type, unknown-period-type"
      })
  void aFaultNamesItsField(
      String type, String day, String zone, String until, String field, String code) {
    assertThatThrownBy(() -> period(type, day, zone, until))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> {
              assertThat(e.field()).isEqualTo(field);
              assertThat(e.code()).isEqualTo(code);
            });
  }
}
