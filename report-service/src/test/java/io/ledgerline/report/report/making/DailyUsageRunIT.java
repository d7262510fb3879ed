package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.report.dailyusage.BedrockSamples;
import io.ledgerline.report.testing.Api;
import io.ledgerline.report.testing.LedgerFixture;
import io.ledgerline.report.testing.ReportServiceTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReportServiceTest
class DailyUsageRunIT {
  private static final String RECONCILED = "reconciliation.result";
  private final LedgerFixture ledger = new LedgerFixture();

  @BeforeEach
  void anEmptyLedger() {
    ledger.reset();
  }

  @Test
  void theSampleDayBecomesTheGoldenReport() {
    ledger.record(BedrockSamples.ledger());
    JsonPath run = Api.runOfDay("2024-05-25");
    assertThat(run.getString(RECONCILED)).isEqualTo("RECONCILED");
    assertThat(run.getInt("totals.rows")).isEqualTo(9);
    assertThat(run.getString("totals.charges")).isEqualTo("0.16263495");
    assertThat(run.getString("totals.quantities.input_tokens")).isEqualTo("2052");
    assertThat(run.getBoolean("provisional")).isFalse();
    assertThat(run.getString("chainHead")).isEqualTo("%064x".formatted(run.getInt("watermark")));
    for (String side : List.of("ledger", "rolledUp", "reported")) {
      assertThat(run.<Object>get("reconciliation." + side + ".quantities.input_tokens"))
          .as("decimals are texts")
          .isEqualTo("2052");
    }
    assertThat(Api.textOf(run)).startsWith("Account_ID,").hasLineCount(10);
    List<String> names = run.getList("artifacts.name", String.class);
    assertThat(names).hasSize(4);
    assertThat(names.get(1)).endsWith("-principals.csv");
    assertThat(names.get(2)).endsWith("-totals.csv");
    assertThat(names.getFirst())
        .matches("AmazonBedrock_Charges_last_24hr_each_Model_\\d{13}\\.csv");
    assertThat(names.getLast()).isEqualTo("ledgerline-daily-usage-" + run.getString("id") + ".zip");
  }

  @Test
  void aDayWithoutUsageIsAReportOfTheHeaderOnly() {
    JsonPath run = Api.runOfDay("2024-02-01");
    assertThat(run.getString(RECONCILED)).isEqualTo("RECONCILED");
    assertThat(Api.textOf(run).lines()).hasSize(1);
    assertThat(run.getList("totals.byModel", Object.class)).isEqualTo(List.of());
  }
}
