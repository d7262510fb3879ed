package io.ledgerline.report.schedule.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.access.Sight;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.platform.schema.SchemaMigration;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.schedule.CatchUp;
import io.ledgerline.report.schedule.Due;
import io.ledgerline.report.schedule.PeriodRule;
import io.ledgerline.report.schedule.Schedule;
import io.ledgerline.report.testing.ReportServiceTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Walks through time; the schedules lie so far ahead that the service's own clock leaves them. */
@ReportServiceTest
class DueStoreIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final TenantId TENANT = new TenantId("time-travel");
  private static final Limit ALL = new Limit(1000);

  @Inject ScheduleStore schedules;
  @Inject DueStore dues;
  @Inject SchemaMigration schema;

  @BeforeEach
  void theTablesAreThere() {
    schema.ready().await().atMost(PATIENCE);
  }

  private Schedule schedule(String cron, String zone, String startsAt, CatchUp catchUp) {
    Instant start = Instant.parse(startsAt);
    Schedule.Plan plan =
        new Schedule.Plan(
            UUID.randomUUID().toString(),
            "daily-usage",
            cron,
            ZoneId.of(zone),
            start,
            null,
            catchUp,
            PeriodRule.PREVIOUS_DAY,
            List.of(),
            RunFormats.DEFAULT);
    Schedule schedule =
        new Schedule(
            UUID.randomUUID(),
            TENANT,
            plan,
            true,
            plan.agenda().firstFrom(start).orElseThrow(),
            start,
            "test",
            null);
    return schedules.add(schedule, "digest").await().atMost(PATIENCE).schedule();
  }

  private void at(String now) {
    while (dues.step(Instant.parse(now)).await().atMost(PATIENCE)) {
      continue;
    }
  }

  private List<Due> duesOf(Schedule schedule) {
    return schedules.dues(schedule.id(), null, ALL).await().atMost(PATIENCE).reversed();
  }

  private void end(Schedule schedule) {
    schedules.delete(Sight.ofAll(TENANT), schedule.id()).await().atMost(PATIENCE);
  }

  @Test
  void throughAMonthWithAClockChangeEachNightHasOneRun() {
    Schedule nightly = schedule("30 2 * * *", "Europe/Berlin", "2040-03-01T00:00:00Z", CatchUp.ALL);
    for (int day = 1; day <= 31; day++) {
      at("2040-03-%02dT01:31:00Z".formatted(day));
      at("2040-03-%02dT09:00:00Z".formatted(day));
    }
    List<Due> all = duesOf(nightly);
    assertThat(all).hasSize(31).allMatch(due -> due.outcome() == Due.Outcome.RUN);
    assertThat(all).extracting(Due::runId).doesNotHaveDuplicates().doesNotContainNull();
    assertThat(all.get(23).dueAt()).isEqualTo("2040-03-24T01:30:00Z");
    assertThat(all.get(24).dueAt()).isEqualTo("2040-03-25T01:30:00Z");
    assertThat(all.get(25).dueAt()).isEqualTo("2040-03-26T00:30:00Z");
    end(nightly);
  }

  @Test
  void missedRunsFollowTheCatchUpPolicy() {
    Schedule all = schedule("0 6 * * *", "UTC", "2041-01-01T00:00:00Z", CatchUp.ALL);
    Schedule latest = schedule("0 6 * * *", "UTC", "2041-01-01T00:00:00Z", CatchUp.LATEST);
    Schedule none = schedule("0 6 * * *", "UTC", "2041-01-01T00:00:00Z", CatchUp.NONE);
    at("2041-01-05T12:00:00Z");
    assertThat(duesOf(all)).extracting(Due::outcome).containsOnly(Due.Outcome.RUN).hasSize(5);
    assertThat(duesOf(latest))
        .extracting(Due::outcome)
        .containsExactly(
            Due.Outcome.SKIPPED,
            Due.Outcome.SKIPPED,
            Due.Outcome.SKIPPED,
            Due.Outcome.SKIPPED,
            Due.Outcome.RUN);
    assertThat(duesOf(none)).extracting(Due::outcome).containsOnly(Due.Outcome.SKIPPED);
    at("2041-01-06T06:00:01Z");
    assertThat(duesOf(none).getLast().outcome()).isEqualTo(Due.Outcome.RUN);
    List.of(all, latest, none).forEach(this::end);
  }

  @Test
  void manyReplicasMakeEachRunOnce() {
    Schedule hourly = schedule("0 * * * *", "UTC", "2042-01-01T00:00:00Z", CatchUp.ALL);
    Instant now = Instant.parse("2042-01-02T00:00:30Z");
    List<Uni<?>> replicas = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      replicas.add(dues.step(now));
    }
    Uni.combine().all().unis(replicas).with(done -> done).await().atMost(PATIENCE);
    at(now.toString());
    assertThat(duesOf(hourly)).hasSize(25).extracting(Due::runId).doesNotHaveDuplicates();
    end(hourly);
  }
}
