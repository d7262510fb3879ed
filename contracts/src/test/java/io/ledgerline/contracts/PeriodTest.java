package io.ledgerline.contracts;

import static io.ledgerline.contracts.Faults.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
  private static final ZoneId UTC = ZoneOffset.UTC;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest(name = "{0} in {1}: {2} h")
  @CsvSource({
    "2024-03-31, Europe/Berlin,       23",
    "2024-10-27, Europe/Berlin,       25",
    "2024-05-25, Europe/Berlin,       24",
    "2024-03-10, America/New_York,    23",
    "2024-11-03, America/New_York,    25",
    "2024-09-08, America/Santiago,    23",
    "2024-05-25, Asia/Kathmandu,      24",
    "2024-05-25, UTC,                 24"
  })
  void aDayIsAsLongAsItsZoneSays(LocalDate day, String zone, long hours) {
    Period period = Period.ofDay(day, ZoneId.of(zone));

    assertThat(Duration.between(period.from(), period.to())).isEqualTo(Duration.ofHours(hours));
    assertThat(period.zone()).isEqualTo(ZoneId.of(zone));
  }

  @Test
  void aDayWhoseClocksMoveHalfAnHourIsHalfAnHourLonger() {
    Period day = Period.ofDay(LocalDate.of(2024, 4, 7), ZoneId.of("Australia/Lord_Howe"));
    assertThat(Duration.between(day.from(), day.to())).isEqualTo(Duration.ofMinutes(24 * 60 + 30));
  }

  @Property
  void daysFollowEachOtherWithoutGapOrOverlap(
      @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = 18_000, max = 24_000) int epochDay) {
    LocalDate date = LocalDate.ofEpochDay(epochDay);
    Period day = Period.ofDay(date, zone);
    Period next = Period.ofDay(date.plusDays(1), zone);

    assertThat(day.to()).isEqualTo(next.from());
    assertThat(day.contains(day.from())).isTrue();
    assertThat(day.contains(day.to())).isFalse();
    assertThat(next.contains(day.to())).isTrue();
    assertThat(day.isWholeQuarterHours()).isTrue();
    assertThat(day.coveringQuarterHours()).isEqualTo(day);
  }

  @Property
  void theCoveringQuarterHoursAreTheFewestThatHoldThePeriod(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long start,
      @ForAll @LongRange(min = 1, max = 300_000) long seconds) {
    Period period =
        new Period(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds), UTC);
    Period covering = period.coveringQuarterHours();

    assertThat(covering.isWholeQuarterHours()).isTrue();
    assertThat(covering.from()).isBeforeOrEqualTo(period.from());
    assertThat(covering.to()).isAfterOrEqualTo(period.to());
    assertThat(Duration.between(covering.from(), period.from())).isLessThan(QuarterHour.LENGTH);
    assertThat(Duration.between(period.to(), covering.to())).isLessThan(QuarterHour.LENGTH);
  }

  @Test
  void theRolling24HoursEndBeforeTheInstantGiven() {
    Period period = Period.last24Hours(NOON.plusMillis(1), UTC);

    assertThat(period.contains(NOON)).isTrue();
    assertThat(period.contains(NOON.plusMillis(1))).isFalse();
    assertThat(period.contains(NOON.plusMillis(1).minus(Duration.ofDays(1)))).isTrue();
    assertThat(period.isWholeQuarterHours()).isFalse();
  }

  @Test
  void aPeriodNeedsItsPartsInOrderAndAtMost366Days() {
    assertRefused(() -> new Period(null, NOON, UTC), "from", "missing");
    assertRefused(() -> new Period(NOON, null, UTC), "to", "missing");
    assertRefused(() -> new Period(NOON, NOON.plusSeconds(1), null), "zone", "missing");
    assertRefused(() -> new Period(NOON, NOON, UTC), "to", "period-empty");
    assertRefused(
        () -> new Period(NOON, NOON.plus(Period.LONGEST).plusNanos(1), UTC),
        "to",
        "period-too-long");
    assertThat(new Period(NOON, NOON.plus(Period.LONGEST), UTC).to()).isAfter(NOON);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
  }
}
