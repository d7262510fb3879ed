package io.ledgerline.report.report.dailyusage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.contracts.usage.Quantities;
import io.ledgerline.contracts.usage.Quantity;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.report.RunTotals;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DailyUsageReportTest {
  private static LedgerLine line(String principal, String model, Map<MeterName, Quantity> used) {
    return new LedgerLine(
        Instant.parse("2024-05-25T08:00:00Z"),
        "s",
        "id",
        "acct",
        principal,
        "aws.bedrock",
        model,
        "eu-west-1",
        PriceClass.NONE,
        Quantities.of(used),
        UUID.randomUUID());
  }

  @Test
  void usageWithoutPriceHasARowWithAnEmptyChargeAndIsCounted() {
    Making making =
        Making.of(List.of(line("p", "new.model", Map.of(MeterName.INPUT_TOKENS, Quantity.of(12)))));
    assertThat(making.rows()).containsExactly("acct,p,new.model,eu-west-1,12,0,0,");
    RunTotals.Unrated unrated = making.totals().unrated();
    assertThat(unrated.events()).isEqualTo(1);
    assertThat(unrated.models()).containsExactly("new.model");
    assertThat(unrated.quantities()).containsEntry("input_tokens", new BigDecimal("12"));
    assertThat(making.totals().charges()).isZero();
  }

  @Test
  void usageWithAPriceForAPartShowsThatPartAndIsCountedAsUnrated() {
    Making making =
        Making.of(
            List.of(
                line(
                    "p",
                    "anthropic.claude-3-haiku-20240307-v1:0",
                    Map.of(
                        MeterName.INPUT_TOKENS, Quantity.of(1000),
                        MeterName.CACHE_READ_TOKENS, Quantity.of(5)))));
    assertThat(making.rows()).singleElement().asString().endsWith(",1000,0,0,0.00025");
    assertThat(making.totals().unrated().events()).isEqualTo(1);
    assertThat(making.totals().unrated().quantities()).containsOnlyKeys("cache_read_tokens");
  }

  @Test
  void usageThatIsNoModelsIsCountedButNotReported() {
    Making making =
        Making.of(
            List.of(
                line("p", null, Map.of(new MeterName("experiments"), Quantity.of(3))),
                line(null, null, Map.of(MeterName.INPUT_TOKENS, Quantity.of(4)))));
    assertThat(making.rows()).containsExactly("acct,,,eu-west-1,4,0,0,");
    assertThat(making.totals().events()).isEqualTo(2);
    assertThat(making.totals().unrated().events()).isEqualTo(1);
    assertThat(making.totals().byModel().getLast().model()).isNull();
  }

  @Test
  void totalsAreTheSumOfTheModels() {
    RunTotals totals = Making.of(BedrockSamples.ledger()).totals();
    assertThat(totals.events()).isEqualTo(11);
    assertThat(totals.rows()).isEqualTo(9);
    assertThat(totals.charges())
        .isEqualByComparingTo(
            totals.byModel().stream()
                .map(RunTotals.ByModel::charges)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0.16263495");
    assertThat(totals.byModel()).extracting(RunTotals.ByModel::model).isSorted();
  }

  @Test
  void theSameLinesGiveTheSameBytes() {
    assertThat(Making.of(BedrockSamples.ledger())).isEqualTo(Making.of(BedrockSamples.ledger()));
  }

  @Test
  void cellsAreQuotedOnlyWhenTheyMustBe() {
    Making making =
        Making.of(List.of(line("a,\"b\"", "m x", Map.of(MeterName.IMAGES, Quantity.of(2)))));
    assertThat(making.rows()).containsExactly("acct,\"a,\"\"b\"\"\",m x,eu-west-1,0,0,2,");
  }
}
