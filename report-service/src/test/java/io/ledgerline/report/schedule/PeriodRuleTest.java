package io.ledgerline.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerline.contracts.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodRuleTest {
  private static final Instant DUE = Instant.parse("2023-11-17T02:30:00Z");

  @Test
  void thePreviousDayIsTheCalendarDayBeforeTheDueDay() {
    var period = PeriodRule.PREVIOUS_DAY.at(DUE, ZoneId.of("UTC")).period();
    assertThat(period.from()).isEqualTo("2023-11-16T00:00:00Z");
    assertThat(period.to()).isEqualTo("2023-11-17T00:00:00Z");
  }

  @Test
  void thePreviousDayIsTheZonesOwn() {
    var period = PeriodRule.PREVIOUS_DAY.at(DUE, ZoneId.of("America/New_York")).period();
    assertThat(period.from()).isEqualTo("2023-11-15T05:00:00Z");
    assertThat(period.to()).isEqualTo("2023-11-16T05:00:00Z");
  }

  @Test
  void aDayOnWhichClocksChangeHasItsOwnLength() {
    Instant due = Instant.parse("2024-04-01T06:00:00Z");
    var period = PeriodRule.PREVIOUS_DAY.at(due, ZoneId.of("Europe/Berlin")).period();
    assertThat(Duration.between(period.from(), period.to())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void thePreviousMonthIsTheCalendarMonthBeforeTheDueMonthInTheZone() {
    Instant due = Instant.parse("2024-03-31T22:30:00Z");
    var here = PeriodRule.PREVIOUS_MONTH.at(due, ZoneId.of("UTC")).period();
    assertThat(here.from()).isEqualTo("2024-02-01T00:00:00Z");
    assertThat(here.to()).isEqualTo("2024-03-01T00:00:00Z");
    var there = PeriodRule.PREVIOUS_MONTH.at(due, ZoneId.of("Europe/Berlin")).period();
    assertThat(there.from()).isEqualTo("2024-02-29T23:00:00Z");
    assertThat(there.to()).isEqualTo("2024-03-31T22:00:00Z");
  }

  @Test
  void theRollingDayEndsAtTheDueTime() {
    var period = PeriodRule.ROLLING_24H.at(DUE, ZoneId.of("UTC")).period();
    assertThat(period.from()).isEqualTo("2023-11-16T02:30:00Z");
    assertThat(period.to()).isEqualTo(DUE);
  }

  @Test
  void anUnknownWordIsRefused() {
    assertThatThrownBy(() -> PeriodRule.of("fortnight")).isInstanceOf(InvalidValueException.class);
  }
}
