package io.ledgerline.report.report.dailyusage;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.report.LineIndex;
import io.ledgerline.report.report.RunTotals;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A report made in memory.
 *
 * @param text the whole file
 * @param totals what the run would say
 */
record Making(String text, RunTotals totals) {
  static Making of(List<LedgerLine> lines) {
    return of(Prices.shippedBook(), lines);
  }

  static Making of(PriceBook book, List<LedgerLine> lines) {
    try {
      StringWriter out = new StringWriter();
      DailyUsageReport report =
          new DailyUsageReport(
              EventRating.of(RatingBooks.of(new BookPrices(book))),
              out,
              new LineIndex(marks -> {}));
      for (LedgerLine line : lines) {
        report.add(line);
      }
      return new Making(out.toString(), report.totals());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's lines without the header. */
  List<String> rows() {
    return text.lines().skip(1).toList();
  }
}
