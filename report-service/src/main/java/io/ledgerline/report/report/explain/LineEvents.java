package io.ledgerline.report.report.explain;

import io.ledgerline.report.ledger.LedgerLine;
import java.util.List;

/**
 * Some of the events behind a line.
 *
 * @param events in the ledger's order, at most as many as asked for
 * @param more whether there are further ones
 */
public record LineEvents(List<LedgerLine> events, boolean more) {
  /** Copies. */
  public LineEvents {
    events = List.copyOf(events);
  }
}
