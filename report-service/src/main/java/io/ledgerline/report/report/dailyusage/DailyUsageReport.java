package io.ledgerline.report.report.dailyusage;

import io.ledgerline.contracts.Money;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.Rated;
import io.ledgerline.report.pricing.Rater;
import io.ledgerline.report.pricing.Usage;
import io.ledgerline.report.report.RunTotals;
import io.ledgerline.report.report.TotalsTally;
import java.io.IOException;
import java.io.Writer;
import java.util.TreeMap;

/**
 * Writes the report line by line and counts on the way. The same lines at the same prices give the
 * same bytes. Lines come sorted by time, source and id.
 */
public final class DailyUsageReport {
  private final Rater rater;
  private final Writer out;
  private final TotalsTally tally;

  /**
   * Starts the report with its header.
   *
   * @param book the prices
   * @param out takes the text; encoding and buffering are the caller's
   */
  public DailyUsageReport(PriceBook book, Writer out) throws IOException {
    this.rater = new Rater(book);
    this.out = out;
    this.tally = new TotalsTally(book.currency());
    out.write(DailyUsageLayout.header());
  }

  /** Takes the next event. */
  public void add(LedgerLine line) throws IOException {
    boolean concerns = DailyUsageLayout.concerns(line);
    Rated rated = concerns ? rater.rate(usageOf(line)) : notRated();
    var row = concerns ? DailyUsageLayout.row(line, rated) : java.util.Optional.<String>empty();
    if (row.isPresent()) {
      out.write(row.get());
    }
    tally.add(line, rated, row.isPresent());
  }

  /** Events taken so far. */
  public long events() {
    return tally.events();
  }

  /** The totals of what was taken so far. */
  public RunTotals totals() {
    return tally.totals();
  }

  private static Usage usageOf(LedgerLine line) {
    return new Usage(
        line.time(), line.provider(), line.model(), line.priceClass(), line.quantities());
  }

  private static Rated notRated() {
    return new Rated(java.util.List.of(), new TreeMap<>(), Money.zero(Money.usd()));
  }
}
