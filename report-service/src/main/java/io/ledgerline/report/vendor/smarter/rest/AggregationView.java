package io.ledgerline.report.vendor.smarter.rest;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.ledgerline.report.vendor.smarter.Aggregation;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An adding up as it is shown.
 *
 * @param id its identity
 * @param askedBy public part of the key that asked for it, or {@code hourly}
 * @param startedAt when it began
 * @param finishedAt when it ended
 * @param watermark up to which watermark of the ledger charges are added up now
 * @param groups how many groups of charges were looked at
 * @param changed how many records are new or say something else now
 * @param failed how many groups could not be added up; all others were
 * @param failures the first 1,000 of them, with the reasons
 */
@RegisterForReflection(targets = {AggregationView.class, Aggregation.Failure.class})
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record AggregationView(
    UUID id,
    String askedBy,
    Instant startedAt,
    Instant finishedAt,
    long watermark,
    long groups,
    long changed,
    long failed,
    List<Aggregation.Failure> failures) {
  static AggregationView of(Aggregation run) {
    return new AggregationView(
        run.id(),
        run.askedBy(),
        run.startedAt(),
        run.finishedAt(),
        run.watermark(),
        run.groups(),
        run.changed(),
        run.failed(),
        run.failures());
  }
}
