package io.ledgerline.report.report;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.RatedEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A line of an artifact and what is behind it.
 *
 * @param cells the line as it stands there, by column, in the artifact's order
 * @param rated what was counted and charged
 * @param events which events are behind it
 */
public record ExplainedLine(Map<String, String> cells, RatedEvent rated, Events events) {
  /** Copies. */
  public ExplainedLine {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The line's charge. */
  public Money charge() {
    return rated.cost();
  }

  /**
   * Which events of the run's watermark are behind a line.
   *
   * @param from charge time, inclusive
   * @param to charge time, exclusive
   * @param matches those of the span that are
   */
  public record Events(Instant from, Instant to, Predicate<LedgerLine> matches) {}
}
