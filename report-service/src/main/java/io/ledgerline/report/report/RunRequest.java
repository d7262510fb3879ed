package io.ledgerline.report.report;

import io.ledgerline.contracts.message.DeliveryTarget;
import java.util.List;
import java.util.Objects;

/**
 * What a run is to say and where it goes.
 *
 * @param kind name of a report kind
 * @param period which usage
 * @param deliveries may be empty
 * @param formats in which it is wanted
 */
public record RunRequest(
    String kind, PeriodSpec period, List<DeliveryTarget> deliveries, RunFormats formats) {
  /** In the formats that the kind makes by itself. */
  public RunRequest(String kind, PeriodSpec period, List<DeliveryTarget> deliveries) {
    this(kind, period, deliveries, RunFormats.DEFAULT);
  }

  /** Checks that all is there. */
  public RunRequest {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(formats, "formats");
    deliveries = List.copyOf(deliveries);
  }
}
