package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Money;
import io.ledgerline.contracts.Period;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.message.UsageBatch;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.store.PriceKind;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.rating.store.RatingBookStore;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.ledgerline.report.testing.RollupProbe;
import io.ledgerline.testkit.TestKeys;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs at a price whose bands fill up over a month: 3 up to 100 tokens, 2 above. */
@ReportServiceTest
class BandedRunIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant APRIL = Instant.parse("2018-04-01T00:00:00Z");

  private final LedgerFixture ledger = new LedgerFixture();

  @Inject BookStore books;
  @Inject Pool database;
  @Inject RunHistory histories;
  @Inject RatingBookStore ratingBooks;

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  /** Of a month of its own, so that runs of other tests have no history. */
  private void price(String model) {
    Accumulation over =
        new Accumulation(
            Accumulation.Scope.SOURCE_ACCOUNT, Accumulation.Reset.MONTH, ZoneOffset.UTC);
    Bands bands =
        new Bands(
            List.of(
                new Band(null, new BigDecimal("100"), new BigDecimal("3")),
                new Band(new BigDecimal("100"), null, new BigDecimal("2"))));
    Draft<PriceMatch, Tariff> draft =
        new Draft<>(
            PriceMatch.of(ModelSelector.alias(model), MeterName.INPUT_TOKENS, PriceClass.NONE),
            new Tariff(
                new GraduatedRate(bands, over),
                new PriceUnit(BigDecimal.ONE, "token"),
                Money.usd()),
            new Validity(APRIL, null));
    books
        .add(
            TenantId.DEFAULT,
            PriceKind.PRICES,
            List.of(draft),
            new Provenance("test", "test"),
            false)
        .await()
        .atMost(PATIENCE);
  }

  private static LedgerLine used(String time, String model, int tokens) {
    return new LedgerLine(
        Instant.parse(time),
        "gateway",
        UUID.randomUUID().toString(),
        "banded",
        "alice",
        "aws.bedrock",
        model,
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(MeterName.INPUT_TOKENS, tokens),
        new UUID(0, 1));
  }

  private void recorded(LedgerLine... lines) {
    UsageBatch batch = ledger.record(List.of(lines));
    new RollupProbe(database).awaitApplied(batch.batchId());
  }

  private static JsonPath line(JsonPath run, int line) {
    return Api.as(TestKeys.VIEWER)
        .get("/api/v1/report-runs/" + run.getString("id") + "/lines/" + line)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void dailyRunsSumToTheMonthAndLinesAreExplainedAsTheyStandThere() {
    String model = "banded.daily";
    price(model);
    recorded(
        used("2018-04-03T08:00:00Z", model, 60),
        used("2018-04-04T08:00:00Z", model, 30),
        used("2018-04-04T09:00:00Z", model, 30),
        used("2018-04-05T08:00:00Z", model, 5));
    JsonPath third = Api.runOfDay("2018-04-03");
    JsonPath fourth = Api.runOfDay("2018-04-04");
    JsonPath fifth = Api.runOfDay("2018-04-05");
    assertThat(third.getString("totals.charges")).isEqualTo("180");
    assertThat(fourth.getString("totals.charges")).isEqualTo("160");
    assertThat(fifth.getString("totals.charges")).isEqualTo("10");
    assertThat(fourth.getString("reconciliation.result")).isEqualTo("RECONCILED");
    assertThat(Api.textOf(fourth).lines().skip(1))
        .satisfiesExactly(
            row -> assertThat(row).endsWith(",30,0,0,90"),
            row -> assertThat(row).endsWith(",30,0,0,70"));

    // What comes later for an earlier day does not change what a line says.
    recorded(used("2018-04-02T08:00:00Z", model, 100));
    JsonPath explained = line(fourth, 2);
    assertThat(explained.getString("charge")).isEqualTo("70");
    assertThat(explained.getString("charges[0].tariff.rateType")).isEqualTo("graduated");
    assertThat(Api.runOfDay("2018-04-04").getString("totals.charges")).isEqualTo("120");

    JsonPath month =
        Api.as(TestKeys.VIEWER)
            .get("/api/v1/ratings?from=2018-04-01T00:00:00Z&to=2018-05-01T00:00:00Z&model=" + model)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(month.getString("items[0].billing.billed")).isEqualTo("550");
    JsonPath last =
        Api.as(TestKeys.VIEWER)
            .get("/api/v1/ratings?from=2018-04-05T00:00:00Z&to=2018-05-01T00:00:00Z&model=" + model)
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    assertThat(last.getString("items[0].billing.billed")).isEqualTo("10");
  }

  @Test
  void whatRollupsDoNotHaveYetFillsBandsAllTheSame() {
    String model = "banded.late";
    price(model);
    ledger.commit(List.of(used("2018-06-03T08:00:00Z", model, 90)));
    recorded(used("2018-06-04T08:00:00Z", model, 30));
    // 10 tokens fill the first band, 20 lie in the second.
    assertThat(Api.runOfDay("2018-06-04").getString("totals.charges")).isEqualTo("70");
  }

  @Test
  void whatWasBeforeIsTheSameAtAnOldWatermarkWhateverHasComeSince() {
    String model = "banded.reprinted";
    price(model);
    recorded(
        used("2018-07-03T08:00:00Z", model, 60),
        used("2018-07-04T08:00:00Z", model, 70),
        used("2018-07-04T09:00:00Z", model, 70));
    long watermark = Api.runOfDay("2018-07-04").getLong("watermark");
    recorded(used("2018-07-02T08:00:00Z", model, 100));
    RatingBooks known = ratingBooks.at(TenantId.DEFAULT, ratingBooks.mark(TenantId.DEFAULT));
    Period rolling =
        new Period(
            Instant.parse("2018-07-04T08:05:00Z"),
            Instant.parse("2018-07-05T08:05:00Z"),
            ZoneOffset.UTC);
    assertThat(histories.before(TenantId.DEFAULT, rolling, watermark, known).sums())
        .extracting(sum -> sum.quantity().toPlainString())
        .containsExactly("130");
    assertThat(histories.before(TenantId.DEFAULT, rolling, watermark + 1, known).sums())
        .extracting(sum -> sum.quantity().toPlainString())
        .containsExactly("230");
  }
}
