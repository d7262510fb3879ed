package io.ledgerline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class QuarterHourTest {
  @Property
  void theQuarterHourOfAnInstantHoldsIt(
      @ForAll @LongRange(min = -4_000_000_000L, max = 8_000_000_000L) long second,
      @ForAll @LongRange(min = 0, max = 999_999_999) long nano) {
    Instant instant = Instant.ofEpochSecond(second, nano);
    QuarterHour quarter = QuarterHour.of(instant);

    assertThat(quarter.start()).isBeforeOrEqualTo(instant);
    assertThat(quarter.end()).isAfter(instant);
    assertThat(QuarterHour.of(quarter.start())).isEqualTo(quarter);
    assertThat(QuarterHour.of(quarter.end()).start()).isEqualTo(quarter.end());
  }

  @Test
  void anInstantInsideAQuarterHourIsNoStart() {
    assertThatThrownBy(() -> new QuarterHour(Instant.parse("2026-01-01T00:07:00Z")))
        .isInstanceOfSatisfying(
            InvalidValueException.class,
            fault -> assertThat(fault.code()).isEqualTo("not-a-quarter-hour"));
    assertThat(QuarterHour.isAligned(Instant.parse("2026-01-01T00:15:00.000000001Z"))).isFalse();
  }

  @Test
  void theDaysOfEveryZoneStartOnAQuarterHour() {
    LocalDate firstDay = LocalDate.of(2023, 1, 1);
    for (String zone : ZoneId.getAvailableZoneIds()) {
      for (LocalDate day = firstDay; day.getYear() < 2027; day = day.plusDays(1)) {
        assertThat(QuarterHour.isAligned(day.atStartOfDay(ZoneId.of(zone)).toInstant()))
            .as("%s in %s", day, zone)
            .isTrue();
      }
    }
  }

  @Test
  void quarterHoursSortByTime() {
    QuarterHour first = QuarterHour.of(Instant.EPOCH);
    assertThat(first).isLessThan(QuarterHour.of(first.end()));
  }
}
