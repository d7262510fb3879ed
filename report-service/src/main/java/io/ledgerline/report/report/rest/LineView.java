package io.ledgerline.report.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerline.contracts.Decimals;
import io.ledgerline.report.pricing.RatedLine;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.ReportRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A line of a run's artifact and what it was made of; decimals are texts.
 *
 * @param runId the run
 * @param line counted from 1, without the header
 * @param cells the line as it stands in the artifact, by column
 * @param charge exact sum of the charges
 * @param currency ISO 4217
 * @param charges one per meter that has a price
 * @param unrated meters without a price, and how much was used
 * @param priceBookAt the price book as known at this instant
 * @param watermark the ledger up to here
 * @param eventsUrl where the events behind the line are
 */
public record LineView(
    UUID runId,
    long line,
    Map<String, String> cells,
    String charge,
    String currency,
    List<Charge> charges,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> unrated,
    Instant priceBookAt,
    long watermark,
    String eventsUrl) {
  /**
   * The charge of one meter: {@code quantity * rate / per}.
   *
   * @param meter what was counted
   * @param quantity how much
   * @param rate price of {@code per} units
   * @param per how many units the rate buys
   * @param priceId the price in the price book
   * @param foundBy how the model's name found it
   * @param charge exact
   */
  public record Charge(
      String meter,
      String quantity,
      String rate,
      BigDecimal per,
      UUID priceId,
      String foundBy,
      String charge) {
    static Charge of(RatedLine line) {
      return new Charge(
          line.meter().value(),
          line.quantity().toString(),
          line.price().toPlainString(),
          line.unit().per(),
          line.priceId(),
          line.rule().name(),
          Decimals.normal(line.cost().amount()).toPlainString());
    }
  }

  static LineView of(ReportRun run, long line, ExplainedLine explained) {
    SortedMap<String, String> unrated = new TreeMap<>();
    explained
        .rated()
        .unrated()
        .forEach((meter, used) -> unrated.put(meter.value(), used.toString()));
    return new LineView(
        run.id(),
        line,
        explained.cells(),
        Decimals.normal(explained.charge().amount()).toPlainString(),
        explained.charge().currency().getCurrencyCode(),
        explained.rated().lines().stream().map(Charge::of).toList(),
        unrated,
        run.priceBookAt(),
        run.watermark(),
        "/api/v1/report-runs/%s/lines/%d/events".formatted(run.id(), line));
  }
}
