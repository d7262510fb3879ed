package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.report.report.explain.LineRollup;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A rollup that events of a line went into; quantities are decimal texts.
 *
 * @param quarter start of the charge quarter hour
 * @param sourceAccount where the usage came from
 * @param principalId surrogate of who did it
 * @param workspace where the source has one
 * @param project where the source has one
 * @param provider who provides the service
 * @param model the model's id at the provider
 * @param region where
 * @param operation what was called
 * @param priceClass what the price depends on besides
 * @param tags those that rollups add up by
 * @param meter what was counted
 * @param quantity what the line's events brought, at the run's watermark
 * @param events how many of them
 * @param rolledUp the whole rollup as it stands now, with what is of other lines or came later;
 *     absent when it is not there any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LineRollupView(
    Instant quarter,
    String sourceAccount,
    UUID principalId,
    String workspace,
    String project,
    String provider,
    String model,
    String region,
    String operation,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> priceClass,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> tags,
    String meter,
    String quantity,
    long events,
    Whole rolledUp) {
  /**
   * A whole rollup.
   *
   * @param quantity how much
   * @param events that used some
   */
  public record Whole(String quantity, long events) {}

  static LineRollupView of(LineRollup rollup) {
    Dimensions of = rollup.cell().set().dimensions();
    return new LineRollupView(
        rollup.cell().quarter(),
        of.sourceAccount(),
        of.principal() == null ? null : of.principal().value(),
        of.workspace(),
        of.project(),
        of.provider(),
        of.model(),
        of.region(),
        of.operation(),
        of.priceClass().values(),
        of.tags().values(),
        rollup.cell().meter().value(),
        plain(rollup.quantity()),
        rollup.events(),
        rollup.now() == null
            ? null
            : new Whole(plain(rollup.now().quantity()), rollup.now().events()));
  }

  private static String plain(BigDecimal number) {
    return Decimals.normal(number).toPlainString();
  }
}
