package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.report.PeriodSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A period as the API shows it.
 *
 * @param type {@code day}, {@code month}, {@code range} or {@code rolling-24h}
 * @param day the date, of a day
 * @param month year and month, of a month
 * @param from inclusive
 * @param to exclusive
 * @param zone IANA zone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodView(
    String type, LocalDate day, YearMonth month, Instant from, Instant to, String zone) {
  static PeriodView of(PeriodSpec spec) {
    return switch (spec) {
      case PeriodSpec.Day d -> of("day", d.day(), null, spec.period());
      case PeriodSpec.Month m -> of("month", null, m.month(), spec.period());
      case PeriodSpec.Range r -> of("range", null, null, spec.period());
      case PeriodSpec.Rolling24Hours r -> of("rolling-24h", null, null, spec.period());
    };
  }

  private static PeriodView of(String type, LocalDate day, YearMonth month, Period period) {
    return new PeriodView(type, day, month, period.from(), period.to(), period.zone().getId());
  }
}
