package io.ledgerline.report.report;

import io.ledgerline.report.ledger.LedgerLine;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a line of an artifact stands in the ledger's detail.
 *
 * @param line counted from 1, without the header
 * @param time of its first event
 * @param source of its first event
 * @param id of its first event
 */
public record LineMark(long line, Instant time, String source, String id) {
  /** Checks that all is there. */
  public LineMark {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(id, "id");
  }

  /** Whether {@code event} is the one it points to. */
  public boolean pointsTo(LedgerLine event) {
    return event.time().equals(time) && event.source().equals(source) && event.id().equals(id);
  }
}
