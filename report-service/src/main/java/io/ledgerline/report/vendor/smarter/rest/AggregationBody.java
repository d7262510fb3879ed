package io.ledgerline.report.vendor.smarter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.platform.problem.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What is to be added up besides what has changed.
 *
 * @param dateFrom first day; absent for none
 * @param dateTo last day, inclusive; absent for none
 */
@RegisterForReflection
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AggregationBody(String dateFrom, String dateTo) {
  private static final int MOST_DAYS = 31;

  List<LocalDate> days() {
    LocalDate from = RecordParameters.day("date_from", dateFrom);
    LocalDate to = RecordParameters.day("date_to", dateTo);
    if (from == null && to == null) {
      return List.of();
    }
    if (from == null || to == null || to.isBefore(from)) {
      throw InvalidRequest.field(
          "date_to", "period-empty", "Give both days, 'date_to' not before 'date_from'.");
    }
    if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
      throw InvalidRequest.field(
          "date_to", "too-many-days", "At most " + MOST_DAYS + " days are added up anew at once.");
    }
    return from.datesUntil(to.plusDays(1)).toList();
  }
}
