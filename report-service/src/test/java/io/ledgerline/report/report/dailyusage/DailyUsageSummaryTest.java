package io.ledgerline.report.report.dailyusage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.report.sheet.PageStory;
import io.ledgerline.report.report.sheet.SheetFiles;
import io.ledgerline.report.report.sheet.SheetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyUsageSummaryTest {
  private static final String HAIKU = "anthropic.claude-3-haiku-20240307-v1:0";

  @TempDir private Path folder;

  private final DailyUsageSummary summary = new DailyUsageSummary(ZoneId.of("Europe/Berlin"));
  private final DailyUsageRule rule =
      new DailyUsageRule(EventRating.of(RatingBooks.of(new BookPrices(Prices.shippedBook()))));

  private void use(String time, String account, String principal, String model, long tokens) {
    LedgerLine event =
        new LedgerLine(
            Instant.parse(time),
            "s",
            "id",
            account,
            principal,
            "aws.bedrock",
            model,
            "eu-west-1",
            PriceClass.NONE,
            Quantities.of(model == null ? MeterName.REQUESTS : MeterName.INPUT_TOKENS, tokens),
            UUID.randomUUID());
    var rated = rule.rate(event);
    summary.add(event, rated, rule.cells(event, rated).isPresent());
  }

  private String text(String name) throws IOException {
    PageStory story = new PageStory("t", "s");
    try (SheetFiles sheets = new SheetFiles(folder, "r", EnumSet.of(SheetFormat.CSV), story)) {
      sheets.beginWithout(SheetFormat.CSV, DailyUsageSheet.SPEC);
      sheets.end();
      DailyUsageSummarySheets.write(summary, sheets);
      sheets.finish();
    }
    assertThat(folder.resolve("r.csv")).doesNotExist();
    return Files.readString(folder.resolve(name));
  }

  @Test
  void whoUsedWhatIsAddedUpByAccountAndIdentity() throws IOException {
    use("2024-05-25T08:00:00Z", "2", "ann", HAIKU, 1000);
    use("2024-05-25T23:00:00Z", "2", "ann", HAIKU, 3000);
    use("2024-05-25T09:00:00Z", "2", "bob", "new.model", 5);
    use("2024-05-25T09:00:00Z", "1", null, HAIKU, 0);
    use("2024-05-25T09:00:00Z", "1", "machine", null, 3);

    assertThat(text("r-principals.csv").lines().skip(1))
        .containsExactly(
            "1,,0,1,0,0,0,0,0,0,0", "2,ann,2,2,4000,0,0,0,0,0.001,0", "2,bob,1,1,5,0,0,0,0,,1");
  }

  @Test
  void totalsAreByDayOfTheReportsZoneByAccountAndByModel() throws IOException {
    use("2024-05-25T08:00:00Z", "2", "ann", HAIKU, 1000);
    use("2024-05-25T23:00:00Z", "1", "bob", HAIKU, 3000);

    assertThat(text("r-totals.csv").lines().skip(1))
        .containsExactly(
            "all,,2,2,4000,0,0,0,0,0.001,0",
            "day,2024-05-25,1,1,1000,0,0,0,0,0.00025,0",
            "day,2024-05-26,1,1,3000,0,0,0,0,0.00075,0",
            "account,1,1,1,3000,0,0,0,0,0.00075,0",
            "account,2,1,1,1000,0,0,0,0,0.00025,0",
            "model," + HAIKU + ",2,2,4000,0,0,0,0,0.001,0");
  }

  @Test
  void withoutUsageThereIsStillALineForAll() throws IOException {
    assertThat(text("r-totals.csv").lines().skip(1)).containsExactly("all,,0,0,0,0,0,0,0,,0");
    assertThat(text("r-principals.csv").lines()).hasSize(1);
  }
}
