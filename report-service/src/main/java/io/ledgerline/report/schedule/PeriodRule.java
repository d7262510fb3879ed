package io.ledgerline.report.schedule;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.report.PeriodSpec;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;

/** Which period a schedule's run covers, seen from its due time. */
public enum PeriodRule {
  /** The calendar day, in the schedule's zone, before the day of the due time. */
  PREVIOUS_DAY("previous-day") {
    @Override
    public PeriodSpec at(Instant dueAt, ZoneId zone) {
      return new PeriodSpec.Day(dueAt.atZone(zone).toLocalDate().minusDays(1), zone);
    }
  },
  /** The calendar month, in the schedule's zone, before the month of the due time. */
  PREVIOUS_MONTH("previous-month") {
    @Override
    public PeriodSpec at(Instant dueAt, ZoneId zone) {
      return new PeriodSpec.Month(YearMonth.from(dueAt.atZone(zone)).minusMonths(1), zone);
    }
  },
  /** The 24 hours that end at the due time. */
  ROLLING_24H("rolling-24h") {
    @Override
    public PeriodSpec at(Instant dueAt, ZoneId zone) {
      return new PeriodSpec.Rolling24Hours(dueAt, zone);
    }
  };

  private final String wire;

  PeriodRule(String wire) {
    this.wire = wire;
  }

  /** The period of the run that is due at {@code dueAt}. */
  public abstract PeriodSpec at(Instant dueAt, ZoneId zone);

  /** As the API and the database write it. */
  @JsonValue
  public String wire() {
    return wire;
  }

  /** From the API's or the database's word. */
  @JsonCreator
  public static PeriodRule of(String wire) {
    return Arrays.stream(values())
        .filter(rule -> rule.wire.equals(wire))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "period.type",
                    "unknown-period-type",
                    "A schedule's period is 'previous-day', 'previous-month' or 'rolling-24h'."));
  }
}
