package io.ledgerline.report.report.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodBodyTest {
  private static final Instant NOW = Instant.parse("2024-05-27T10:00:00Z");

  private static Period period(String type, String day, String zone, String until) {
    return new PeriodBody(type, day, null, null, null, zone, until)
        .spec(NOW, Duration.ofDays(400))
        .period();
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
        "month, 2024-05-25, UTC, -, period.month, not-a-month",
        "year, 2024-05-25, UTC, -, period.type, unknown-period-type",
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

  private static Period month(String month, String zone) {
    return new PeriodBody("month", null, month, null, null, zone, null)
        .spec(NOW, Duration.ofDays(400))
        .period();
  }

  private static Period range(String from, String to, String zone) {
    return new PeriodBody("range", null, null, from, to, zone, null)
        .spec(NOW, Duration.ofDays(400))
        .period();
  }

  @Test
  void aMonthIsTheCalendarMonthOfItsZone() {
    Period march = month("2024-03", "Europe/Berlin");
    assertThat(march.from()).isEqualTo("2024-02-29T23:00:00Z");
    assertThat(march.to()).isEqualTo("2024-03-31T22:00:00Z");
    assertThat(month("2024-05", null).to()).isEqualTo("2024-06-01T00:00:00Z");
  }

  @Test
  void aRangeIsOfDatesOfItsZoneOrOfInstants() {
    Period days = range("2024-03-30", "2024-04-01", "Europe/Berlin");
    assertThat(days.from()).isEqualTo("2024-03-29T23:00:00Z");
    assertThat(days.to()).isEqualTo("2024-03-31T22:00:00Z");
    Period times = range("2024-03-30T01:07:00+01:00", "2024-04-01", null);
    assertThat(times.from()).isEqualTo("2024-03-30T00:07:00Z");
    assertThat(times.to()).isEqualTo("2024-04-01T00:00:00Z");
  }

  @Test
  void aRangeIsAsLongAsConfiguredAtMost() {
    PeriodBody month = new PeriodBody("range", null, null, "2024-01-01", "2024-02-01", null, null);
    assertThat(month.spec(NOW, Duration.ofDays(31)).period().to())
        .isEqualTo("2024-02-01T00:00:00Z");
    assertThatThrownBy(() -> month.spec(NOW, Duration.ofDays(30)))
        .isInstanceOfSatisfying(
            InvalidValueException.class, e -> assertThat(e.code()).isEqualTo("period-too-long"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2024-13, period.month, not-a-month",
        "2024-00, period.month, not-a-month",
        "2024-5, period.month, not-a-month",
        "-, period.month, not-a-month",
        "+2024-05, period.month, not-a-month",
        "2024-07, period.month, in-the-future",
        "1999-12, period.month, too-early"
      })
  void aMonthThatIsNoneIsRefused(String month, String field, String code) {
    assertThatThrownBy(() -> month(month, "UTC"))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> assertThat(List.of(e.field(), e.code())).containsExactly(field, code));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2024-05-02, 2024-05-01, period.to, period-empty",
        "2024-05-02, 2024-05-02, period.to, period-empty",
        "1900-01-01, 2100-01-01, period.to, period-too-long",
        "2022-01-01, 2023-02-06, period.to, period-too-long",
        "2024-05-02, -, period.to, not-an-instant",
        "-, 2024-05-02, period.from, not-an-instant",
        "2024-05-32, 2024-06-02, period.from, not-a-date",
        "2024-05-02T10:00:00, 2024-06-02, period.from, not-an-instant",
        "2024-06-30, 2024-07-02, period.from, in-the-future",
        "1999-12-31, 2000-01-02, period.from, too-early"
      })
  void aRangeThatIsNoneIsRefused(String from, String to, String field, String code) {
    assertThatThrownBy(() -> range(from, to, "UTC"))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            e -> assertThat(List.of(e.field(), e.code())).containsExactly(field, code));
  }
}
