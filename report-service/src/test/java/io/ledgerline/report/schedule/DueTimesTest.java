package io.ledgerline.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DueTimesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private static List<String> between(String cron, ZoneId zone, String from, String to) {
    DueTimes times = new DueTimes(new CronRule(cron), zone);
    List<String> all = new ArrayList<>();
    Instant end = Instant.parse(to);
    for (Instant at = times.nextFrom(Instant.parse(from)).orElseThrow();
        at.isBefore(end);
        at = times.nextAfter(at).orElseThrow()) {
      all.add(at.toString());
    }
    return all;
  }

  @Test
  void theFirstDueTimeMayBeTheStartItself() {
    assertThat(
            between("30 2 * * *", ZoneId.of("UTC"), "2023-11-17T02:30:00Z", "2023-11-18T00:00:00Z"))
        .containsExactly("2023-11-17T02:30:00Z");
  }

  @Test
  void aSkippedTimeIsDueOnceRightAfterTheClocksWentForward() {
    assertThat(between("30 2 * * *", BERLIN, "2024-03-29T12:00:00Z", "2024-04-02T00:00:00Z"))
        .containsExactly("2024-03-30T01:30:00Z", "2024-03-31T01:30:00Z", "2024-04-01T00:30:00Z");
  }

  @Test
  void aDoubledTimeIsDueOnceTheFirstTimeItComes() {
    assertThat(between("30 2 * * *", BERLIN, "2024-10-26T12:00:00Z", "2024-10-29T00:00:00Z"))
        .containsExactly("2024-10-27T00:30:00Z", "2024-10-28T01:30:00Z");
  }

  @Test
  void timesAfterASkippedOneKeepTheirOrder() {
    assertThat(between("0,45 2-3 * * *", BERLIN, "2024-03-31T00:00:00Z", "2024-03-31T04:00:00Z"))
        .containsExactly("2024-03-31T01:00:00Z", "2024-03-31T01:45:00Z");
    assertThat(between("10,50 2,3 * * *", BERLIN, "2024-03-31T00:00:00Z", "2024-03-31T04:00:00Z"))
        .containsExactly("2024-03-31T01:10:00Z", "2024-03-31T01:50:00Z");
    assertThat(between("30 2 * * *", BERLIN, "2024-03-31T01:10:00Z", "2024-03-31T04:00:00Z"))
        .containsExactly("2024-03-31T01:30:00Z");
    assertThat(between("0 2,3 31 3 *", BERLIN, "2024-03-31T00:00:00Z", "2024-03-31T04:00:00Z"))
        .containsExactly("2024-03-31T01:00:00Z");
    assertThat(between("30 2 31 3 *", BERLIN, "2024-03-31T00:00:00Z", "2024-03-31T04:00:00Z"))
        .containsExactly("2024-03-31T01:30:00Z");
  }

  @Test
  void aGapOfHalfAnHourIsAGapToo() {
    ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
    assertThat(between("15 2 * * *", lordHowe, "2024-10-05T00:00:00Z", "2024-10-07T12:00:00Z"))
        .containsExactly("2024-10-05T15:45:00Z", "2024-10-06T15:15:00Z");
  }

  @Test
  void aDayThatAZoneLeftOutIsDueWhenItWouldHaveBeen() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    assertThat(between("0 12 * * *", apia, "2011-12-29T00:00:00Z", "2012-01-02T00:00:00Z"))
        .containsExactly(
            "2011-12-29T22:00:00Z",
            "2011-12-30T22:00:00Z",
            "2011-12-31T22:00:00Z",
            "2012-01-01T22:00:00Z");
  }

  @Test
  void midnightThatDoesNotExistIsDueAnHourLater() {
    ZoneId cairo = ZoneId.of("Africa/Cairo");
    assertThat(between("0 0 * * *", cairo, "2024-04-25T12:00:00Z", "2024-04-27T12:00:00Z"))
        .containsExactly("2024-04-25T22:00:00Z", "2024-04-26T21:00:00Z");
  }
}
