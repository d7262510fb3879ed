package io.ledgerline.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What must hold of next due times in every zone, in every hour, whatever clocks do. */
class DueTimesLawsTest {
  @Provide
  Arbitrary<DueTimes> dueTimes() {
    Arbitrary<String> crons =
        Arbitraries.of(
            "30 2 * * *",
            "0 * * * *",
            "*/20 1-3 * * *",
            "0 0 * * *",
            "59 23 * * 1-5",
            "15 2,3 * * *",
            "0 0 1 * *",
            "30 0,1,2 * * 0");
    Arbitrary<String> zones =
        Arbitraries.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Africa/Cairo",
            "Pacific/Apia",
            "America/St_Johns",
            "Asia/Kolkata");
    return Combinators.combine(crons, zones)
        .as((cron, zone) -> new DueTimes(new CronRule(cron), ZoneId.of(zone)));
  }

  @Property(tries = 150)
  void theNextIsLaterAndNothingLiesBetween(
      @ForAll("dueTimes") DueTimes times, @ForAll @IntRange(max = 60_000) int hours) {
    Instant from = Instant.parse("2019-01-01T00:07:00Z").plusSeconds(hours * 3600L);
    Instant next = times.nextAfter(from).orElseThrow();
    assertThat(next).isAfter(from);
    Instant middle = Instant.ofEpochSecond((from.getEpochSecond() + next.getEpochSecond()) / 2);
    assertThat(times.nextAfter(middle)).contains(next);
    assertThat(times.nextFrom(next)).contains(next);
    assertThat(times.nextAfter(next).orElseThrow()).isAfter(next);
  }

  @Property(tries = 12)
  void walkingThroughAYearMeetsEachWallClockTimeExactlyOnce(
      @ForAll("dueTimes") DueTimes times, @ForAll @IntRange(min = 2010, max = 2030) int year) {
    LocalDateTime start = LocalDate.of(year, 1, 1).atStartOfDay();
    LocalDateTime end = start.plusYears(1);
    Set<Instant> expected = new TreeSet<>();
    for (LocalDateTime local = times.rule().after(start.minusMinutes(1)).orElseThrow();
        local.isBefore(end);
        local = times.rule().after(local).orElseThrow()) {
      expected.add(local.atZone(times.zone()).toInstant());
    }
    List<Instant> walked = new ArrayList<>();
    Instant last = ((TreeSet<Instant>) expected).last();
    for (Instant at = times.nextFrom(((TreeSet<Instant>) expected).first()).orElseThrow();
        !at.isAfter(last);
        at = times.nextAfter(at).orElseThrow()) {
      walked.add(at);
    }
    assertThat(walked).containsExactlyElementsOf(expected);
  }
}
