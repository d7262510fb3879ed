package io.ledgerline.report.report.dailyusage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatingBooks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.010499999999999999, 0.010499999999999999",
    "7.000000000000001E-7, 7.000000000000001e-07",
    "6.8E-5, 6.8e-05",
    "7.0E-7, 7e-07",
    "1.0E-4, 0.0001",
    "0.0, 0.0",
    "2.0, 2.0",
    "-1.5E-9, -1.5e-09",
    "1.0E15, 1000000000000000.0",
    "1.0E16, 1e+16",
    "1.0E-123, 1e-123",
  })
  void aNumberIsWrittenAsPythonWritesIt(double number, String text) {
    assertThat(FloatText.python(number)).isEqualTo(text);
  }

  @Test
  void theSamplesHaveTheTextOfTheOriginal() {
    DailyUsageRule rule =
        new DailyUsageRule(
            EventRating.of(RatingBooks.of(new BookPrices(Prices.shippedBook()))),
            FloatText::charge);
    List<String> rows =
        BedrockSamples.ledger().stream()
            .map(line -> row(rule, line))
            .flatMap(Optional::stream)
            .toList();

    // Ours has the model of a cross-region profile, too; the original counts a repeated call twice.
    assertThat(rows)
        .filteredOn(row -> !row.contains("us.anthropic"))
        .containsExactlyElementsOf(
            BedrockSamples.expectedByOriginal().stream().skip(1).distinct().toList());
  }

  private static Optional<String> row(DailyUsageRule rule, LedgerLine line) {
    return rule.cells(line, rule.rate(line)).map(cells -> Csv.row(cells).strip());
  }
}
