package io.ledgerline.report.gauge.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.gauge.Level;
import io.ledgerline.report.gauge.SeriesKey;
import java.time.Instant;
import java.util.Map;

/**
 * Where a series stands.
 *
 * @param source who says it
 * @param resource what was looked at
 * @param meter what was counted
 * @param sourceAccount where the sample came from
 * @param workspace where the source has one
 * @param quantity decimal text
 * @param sampledAt when it was sampled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LevelView(
    String source,
    String resource,
    String meter,
    String sourceAccount,
    String workspace,
    String quantity,
    Instant sampledAt) {
  static LevelView of(Map.Entry<SeriesKey, Level> series) {
    Level level = series.getValue();
    return new LevelView(
        series.getKey().source(),
        series.getKey().resource(),
        series.getKey().meter().value(),
        level.dimensions().sourceAccount(),
        level.dimensions().workspace(),
        Decimals.normal(level.quantity()).toPlainString(),
        level.at());
  }
}
