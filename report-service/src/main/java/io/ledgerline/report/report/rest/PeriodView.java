package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.report.PeriodSpec;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A period as the API shows it.
 *
 * @param type {@code day} or {@code rolling-24h}
 * @param day the date, of a day
 * @param from inclusive
 * @param to exclusive
 * @param zone IANA zone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodView(String type, LocalDate day, Instant from, Instant to, String zone) {
  static PeriodView of(PeriodSpec spec) {
    Period period = spec.period();
    return switch (spec) {
      case PeriodSpec.Day d ->
          new PeriodView("day", d.day(), period.from(), period.to(), period.zone().getId());
      case PeriodSpec.Rolling24Hours r ->
          new PeriodView("rolling-24h", null, period.from(), period.to(), period.zone().getId());
    };
  }
}
