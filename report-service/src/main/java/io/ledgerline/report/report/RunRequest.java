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
 */
public record RunRequest(String kind, PeriodSpec period, List<DeliveryTarget> deliveries) {
  /** Checks that all is there. */
  public RunRequest {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(period, "period");
    deliveries = List.copyOf(deliveries);
  }
}
