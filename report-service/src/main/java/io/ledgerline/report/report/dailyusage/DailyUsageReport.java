package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatedEvent;
import io.ledgerline.report.report.LineIndex;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.TotalsTally;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Writes the report line by line and counts on the way. The same lines at the same prices give the
 * same bytes. Lines come sorted by time, source and id.
 */
public final class DailyUsageReport {
  private final DailyUsageRule rule;
  private final Writer out;
  private final LineIndex lines;
  private final TotalsTally tally;
  private final Also also;

  /** Takes each event as well, with the cells of its row if it has one. */
  interface Also {
    void take(LedgerLine line, RatedEvent rated, Optional<List<String>> cells) throws IOException;
  }

  /**
   * Starts the report with its header.
   *
   * @param rating what events are rated by
   * @param out takes the text; encoding and buffering are the caller's
   * @param lines is told which events have a line
   */
  public DailyUsageReport(EventRating rating, Writer out, LineIndex lines) throws IOException {
    this(rating, out, lines, (line, rated, cells) -> {});
  }

  DailyUsageReport(EventRating rating, Writer out, LineIndex lines, Also also) throws IOException {
    this(new DailyUsageRule(rating), out, lines, also);
  }

  DailyUsageReport(DailyUsageRule rule, Writer out, LineIndex lines, Also also) throws IOException {
    this.also = also;
    this.rule = rule;
    this.out = out;
    this.lines = lines;
    this.tally = new TotalsTally(DailyUsageRule.currency());
    out.write(DailyUsageLayout.header());
  }

  /** Takes the next event. */
  public void add(LedgerLine line) throws IOException {
    RatedEvent rated = rule.rate(line);
    Optional<List<String>> cells = rule.cells(line, rated);
    if (cells.isPresent()) {
      out.write(Csv.row(cells.get()));
      lines.line(line);
    } else {
      lines.noLine();
    }
    also.take(line, rated, cells);
    tally.add(line, rated, cells.isPresent());
  }

  /** Events taken so far. */
  public long events() {
    return tally.events();
  }

  /** The totals of what was taken so far. */
  public RunTotals totals() {
    return tally.totals();
  }
}
