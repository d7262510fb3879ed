package io.ledgerline.report.schedule.rest;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.report.RunFormats;
import io.ledgerline.report.report.making.ReportKinds;
import io.ledgerline.report.report.rest.DeliveryBody;
import io.ledgerline.report.report.rest.PeriodBody;
import io.ledgerline.report.report.rest.RunBody;
import io.ledgerline.report.schedule.CatchUp;
import io.ledgerline.report.schedule.CronRule;
import io.ledgerline.report.schedule.PeriodRule;
import io.ledgerline.report.schedule.Schedule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * A schedule as a caller asks for it.
 *
 * @param name unique within the tenant
 * @param kind name of a report kind
 * @param cron five fields of Unix cron
 * @param zone IANA zone of the cron times; UTC when absent
 * @param startsAt inclusive; the moment it is made when absent
 * @param endsAt exclusive; absent for none
 * @param catchUp {@code all}, {@code latest} or {@code none}; {@code latest} when absent
 * @param period which period a run covers
 * @param deliveries where its reports go; absent for nowhere
 * @param formats of its reports, as {@code POST /api/v1/report-runs} takes them; absent for the
 *     kind's own
 */
public record ScheduleBody(
    String name,
    String kind,
    String cron,
    String zone,
    Instant startsAt,
    Instant endsAt,
    String catchUp,
    PeriodWish period,
    List<DeliveryBody> deliveries,
    List<String> formats) {
  private static final int MAX_NAME = 100;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * Which period a run covers.
   *
   * @param type {@code previous-day}, {@code previous-month} or {@code rolling-24h}
   */
  public record PeriodWish(String type) {}

  /**
   * The plan.
   *
   * @param now where it starts unless it says otherwise
   * @throws InvalidValueException that names the field at fault
   */
  Schedule.Plan plan(ReportKinds kinds, Instant now) {
    if (period == null) {
      throw new InvalidValueException(
          "period", "missing", "'period' is required, such as {\"type\":\"previous-day\"}.");
    }
    Schedule.Plan plan =
        new Schedule.Plan(
            Texts.required("name", name, MAX_NAME),
            RunBody.knownKind(kinds, kind),
            new CronRule(cron).expression(),
            PeriodBody.zoneId("zone", zone),
            startsAt == null ? now : startsAt.truncatedTo(ChronoUnit.MICROS),
            endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.MICROS),
            catchUpOf(catchUp),
            PeriodRule.of(period.type()),
            DeliveryBody.targets(deliveries),
            RunFormats.of(formats).checkedFor(kinds.find(kind).orElseThrow()));
    if (plan.startsAt().isBefore(EARLIEST)) {
      throw new InvalidValueException("startsAt", "too-early", "'startsAt' is 2000 or later.");
    }
    if (plan.endsAt() != null && !plan.startsAt().isBefore(plan.endsAt())) {
      throw new InvalidValueException(
          "endsAt", "period-empty", "'endsAt' (exclusive) is later than 'startsAt' (inclusive).");
    }
    return plan;
  }

  private static CatchUp catchUpOf(String word) {
    if (word == null) {
      return CatchUp.LATEST;
    }
    return Arrays.stream(CatchUp.values())
        .filter(policy -> policy.wire().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "catchUp", "unknown-catch-up", "'catchUp' is 'all', 'latest' or 'none'."));
  }
}
