package io.ledgerline.report.vendor.dynamoguard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.rating.BookPrices;
import io.ledgerline.report.rating.EventRating;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.report.ExplainedLine;
import io.ledgerline.report.report.LineQuestion;
import io.ledgerline.report.report.ReportFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract's acceptance cases that need no server, by their numbers. */
class DynamoGuardAcceptanceTest {
  private static final EventRating RATING =
      EventRating.of(RatingBooks.of(new BookPrices(Prices.shippedBook())));

  @TempDir Path folder;

  private static TokenReport report(ValidPart part, List<LedgerLine> usage) {
    TokenReport report = new TokenReport(RATING, part.any());
    usage.stream().filter(within(part.period())).forEach(report::add);
    return report;
  }

  private static java.util.function.Predicate<LedgerLine> within(Period period) {
    return event -> !event.time().isBefore(period.from()) && event.time().isBefore(period.to());
  }

  private static TokenReport report(String from, String to) {
    return report(ValidPart.of(BillingDays.of(from, to), null), Usage.U);
  }

  private List<String> rows(TokenReport report) throws IOException {
    ReportFiles.File file = report.write(folder).getFirst();
    assertThat(file.name()).isEqualTo("billing_report.csv");
    return Files.readAllLines(file.path());
  }

  @Test
  void case01TimesAreMidnightInUtcWithMillisecondsAndJobsHave24HexDigits() {
    BillingDays days = BillingDays.of("2024-11-07", "2024-11-08");
    assertThat(Times.text(days.start())).isEqualTo("2024-11-07T00:00:00.000Z");
    assertThat(Times.text(days.end())).isEqualTo("2024-11-08T00:00:00.000Z");
    assertThat(JobId.of(UUID.randomUUID(), Instant.parse("2024-11-07T18:58:00Z")))
        .matches("^[0-9a-f]{24}$")
        .startsWith("672d0db8");
  }

  @Test
  void case03TokensCountOnceForARequestWhateverThePolicies() throws IOException {
    TokenReport report = report("2024-11-07", "2024-11-08");
    assertThat(report.totals().totalTokens()).isEqualByComparingTo("100");
    assertThat(report.totals().requests()).isEqualByComparingTo("3");
    assertThat(report.totals().byEndpoint().get("chat").outputTokens()).isEqualByComparingTo("30");
    assertThat(rows(report))
        .containsExactly(
            "date,endpoint,model_id,user_or_api_key_id,requests,input_tokens,output_tokens,"
                + "total_tokens",
            "2024-11-07,analyze,65a1f0c2e4b0a1b2c3d4e5f6,ann,2,50,0,50",
            "2024-11-07,chat,65a1f0c2e4b0a1b2c3d4e5f6,ann,1,20,30,50");
  }

  @ParameterizedTest
  @CsvSource({"2024-11-06, 2024-11-07, 100", "2024-11-06, 2024-11-09, 1200"})
  void case04TheFirstDayIsInAndTheLastIsOut(String from, String to, String tokens) {
    assertThat(report(from, to).totals().totalTokens()).isEqualByComparingTo(tokens);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-11-07, 2024-11-07, toDate",
    "2024-11-08, 2024-11-07, toDate",
    "2024-13-01, 2024-11-08, fromDate",
    "2024-11-07, , toDate",
    ", 2024-11-08, fromDate",
    "2024-11-07T00:00:00Z, 2024-11-08, fromDate",
    "07.11.2024, 2024-11-08, fromDate",
    "2024-11-07, 2024-02-30, toDate",
    "0001-01-01, 2024-11-08, fromDate",
    "2020-01-01, 2024-11-08, toDate"
  })
  void case07DatesThatAreNoneOrOutOfOrderAreRefused(String from, String to, String field) {
    InvalidValueException fault =
        catchThrowableOfType(InvalidValueException.class, () -> BillingDays.of(from, to));
    assertThat(fault.field()).isEqualTo(field);
  }

  @Test
  void aDateToComeIsTaken() {
    assertThat(BillingDays.of("2066-12-31", "2067-01-02").end())
        .isEqualTo(Instant.parse("2067-01-02T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-11-06T00:00:00Z|1200|",
        "2024-11-05T00:00:00Z|1200|",
        "2024-11-07T00:00:00Z|1100|2024-11-06 is left out",
        "2024-11-08T00:00:00Z|1000|2024-11-06 to 2024-11-07 are left out",
        "2024-11-07T13:00:00Z|1040|2024-11-07 counts from 2024-11-07T13:00:00.000Z on",
        "2024-11-09T00:00:00Z|0|2024-11-06 to 2024-11-08 are left out",
        "2025-01-01T00:00:00Z|0|billing is enabled (2025-01-01T00:00:00.000Z)"
      })
  void usageBeforeBillingWasEnabledIsLeftOutAndNamed(String enabled, String tokens, String error) {
    ValidPart part =
        ValidPart.of(BillingDays.of("2024-11-06", "2024-11-09"), Instant.parse(enabled));
    assertThat(report(part, Usage.U).totals().totalTokens()).isEqualByComparingTo(tokens);
    if (error == null) {
      assertThat(part.error()).isNull();
    } else {
      assertThat(part.error()).contains(error);
    }
  }

  @Test
  void whatDidNotPassThroughTheEndpointsHasNoLineButIsHeldAgainstTheLedger() {
    List<LedgerLine> usage = new ArrayList<>(Usage.U);
    usage.add(Usage.call("2024-11-07T01:00:00Z", "chat", 7, 7, "openai"));
    usage.add(Usage.call("2024-11-07T01:00:00Z", "embed", 7, 7, "dynamoguard"));
    usage.add(Usage.call("2024-11-07T01:00:00Z", "CHAT", 1, 0, null));
    TokenReport report =
        report(ValidPart.of(BillingDays.of("2024-11-07", "2024-11-08"), null), usage);
    assertThat(report.totals().totalTokens()).isEqualByComparingTo("101");
    assertThat(report.read().events()).isEqualTo(6);
    assertThat(report.read().rows()).isEqualTo(2);
    assertThat(report.read().quantities().get("input_tokens"))
        .isEqualByComparingTo(new BigDecimal(70 + 14 + 1));
  }

  @Test
  void theOrderOfEventsMakesNoDifference() throws IOException {
    List<LedgerLine> usage = new ArrayList<>(Usage.U);
    List<String> first = rows(report("2024-11-06", "2024-11-09"));
    ValidPart all = ValidPart.of(BillingDays.of("2024-11-06", "2024-11-09"), null);
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(usage, new Random(seed));
      assertThat(rows(report(all, usage))).isEqualTo(first);
    }
  }

  @Test
  void aLineExplainsItselfByItsEvents() throws IOException {
    List<LedgerLine> usage = new ArrayList<>(Usage.U);
    usage.add(Usage.call("2024-11-07T01:00:00Z", "chat", 7, 7, "openai"));
    ExplainedLine line =
        TokenReport.find(
                new LineQuestion(
                    2,
                    null,
                    RATING,
                    from ->
                        taker -> {
                          for (LedgerLine event : usage) {
                            taker.take(event);
                          }
                        },
                    ZoneOffset.UTC))
            .orElseThrow();
    assertThat(line.cells())
        .containsEntry("date", "2024-11-07")
        .containsEntry("endpoint", "analyze");
    assertThat(usage.stream().filter(line.events().matches())).hasSize(2);
  }

  @Test
  void theSummaryTellsTotalsPeriodEnvironmentAndWhatIsLeftOut() throws IOException {
    ValidPart part =
        ValidPart.of(
            BillingDays.of("2024-11-06", "2024-11-09"), Instant.parse("2024-11-07T00:00:00Z"));
    BillingDays days = BillingDays.of("2024-11-06", "2024-11-09");
    ReportFiles.File file =
        new Summary(
                new Summary.Asked(37, "672d0db8aaaaaaaaaaaaaaaa", days, part.error()),
                part.period(),
                "production",
                report(part, Usage.U).totals(),
                1)
            .write(folder);
    assertThat(file.name()).isEqualTo("summary.json");
    assertThat(Files.readString(file.path()))
        .contains("\"id\" : 37")
        .contains("\"environment\" : \"production\"")
        .contains("\"fromTime\" : \"2024-11-06T00:00:00.000Z\"")
        .contains("2024-11-06 is left out")
        .contains("\"totalTokens\" : 1100")
        .contains("\"findings\" : 1");
  }

  @Test
  void case13NumbersAreBrokenWhenTheyAreNotTheLedgersOrTheLedgerWasTampered() {
    assertThat(new BillingReport.Integrity(null, 0).isBroken()).isFalse();
    assertThat(new BillingReport.Integrity(null, 3).isBroken()).isFalse();
    assertThat(new BillingReport.Integrity(true, 0).isBroken()).isFalse();
    assertThat(new BillingReport.Integrity(true, 1).isBroken()).isTrue();
    assertThat(new BillingReport.Integrity(false, 0).isBroken()).isTrue();
  }
}
