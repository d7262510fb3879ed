package io.ledgerline.report.report.dailyusage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.Period;
import io.ledgerline.report.ledger.LedgerLine;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.report.PeriodSpec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The contract's acceptance cases, by their numbers, as far as they concern the report itself. */
class BedrockDailyCsvAcceptanceTest {
  private static final String HEADER =
      "Account_ID,Identity_ARN,Model_ID,Region_Name,Input_token_count,Output_token_count,"
          + "Image_count,Charges_incurred";
  private static final String ACCOUNT = "123456789012,";
  private static final String BOB = ACCOUNT + "arn:aws:iam::123456789012:user/bob,";
  private static final String CAROL = ACCOUNT + "arn:aws:iam::123456789012:user/carol,";

  private static String rowOf(String requestId) {
    return Making.of(List.of(BedrockSamples.invocation(requestId))).rows().getFirst();
  }

  @Test
  void goldenTheReportEqualsTheOriginalsButForTheRepeatedAndTheDroppedCall() {
    List<String> expected = new ArrayList<>(BedrockSamples.expectedByOriginal());
    assertThat(expected.getLast()).as("r-1 the second time").isEqualTo(expected.get(1));
    expected.removeLast();
    expected.add(
        expected.size() - 1,
        BOB + "us.anthropic.claude-3-haiku-20240307-v1:0,us-east-1,1000,1000,0,0.0015");
    List<String> plain = expected.stream().map(BedrockDailyCsvAcceptanceTest::asPlain).toList();

    assertThat(Making.of(BedrockSamples.ledger()).text())
        .isEqualTo(String.join("\n", plain) + "\n");
  }

  /** The original's binary floats as the decimals they stand for. */
  private static String asPlain(String row) {
    int cell = row.lastIndexOf(',') + 1;
    String charge = row.substring(cell);
    if (charge.equals("Charges_incurred")) {
      return row;
    }
    BigDecimal rounded =
        new BigDecimal(Double.parseDouble(charge)).setScale(12, java.math.RoundingMode.HALF_UP);
    return row.substring(0, cell) + rounded.stripTrailingZeros().toPlainString();
  }

  @Test
  void case01SonnetTokensInAndOut() {
    assertThat(rowOf("r-1"))
        .isEqualTo(
            "123456789012,arn:aws:sts::123456789012:assumed-role/Admin/alice,"
                + "anthropic.claude-3-sonnet-20240229-v1:0,us-east-1,1000,500,0,0.0105");
  }

  @Test
  void case02AModelNamedByArnIsShownWithoutIt() {
    assertThat(rowOf("r-2"))
        .isEqualTo(BOB + "anthropic.claude-3-haiku-20240307-v1:0,us-east-1,35,446,0,0.00056625");
  }

  @Test
  void case03AnEmbeddingHasNoOutput() {
    assertThat(rowOf("r-3"))
        .isEqualTo(BOB + "amazon.titan-embed-text-v1,us-east-1,7,0,0,0.0000007");
  }

  @Test
  void case04TitanImagesBySizeAndQuality() {
    assertThat(rowOf("r-4"))
        .isEqualTo(BOB + "amazon.titan-image-generator-v1,us-east-1,0,0,2,0.02");
    assertThat(rowOf("r-5"))
        .isEqualTo(BOB + "amazon.titan-image-generator-v1,us-east-1,0,0,1,0.01");
  }

  @Test
  void case05StableDiffusionBySteps() {
    assertThat(rowOf("r-6")).endsWith("stability.stable-diffusion-xl-v1,us-east-1,0,0,1,0.08");
    assertThat(rowOf("r-7")).endsWith("stability.stable-diffusion-xl-v1,us-east-1,0,0,1,0.04");
  }

  @Test
  void case06AnImageEmbeddingCountsTokensAndTheImage() {
    assertThat(rowOf("r-11"))
        .isEqualTo(CAROL + "amazon.titan-embed-image-v1,us-east-1,10,0,1,0.000068");
  }

  @Test
  void case07ARegionalModelIsPricedLikeTheModelItself() {
    assertThat(rowOf("r-8"))
        .isEqualTo(BOB + "us.anthropic.claude-3-haiku-20240307-v1:0,us-east-1,1000,1000,0,0.0015");
  }

  @Test
  void case08FailedCallsAndEmptyOnesHaveNoRowButAreCounted() {
    Making making =
        Making.of(List.of(BedrockSamples.invocation("r-9"), BedrockSamples.invocation("r-10")));
    assertThat(making.rows()).isEmpty();
    assertThat(making.totals().events()).isEqualTo(2);
    assertThat(making.totals().unrated().events()).isZero();
    assertThat(making.totals().quantities()).containsKeys("failed_requests", "requests");
  }

  @Test
  void case09ARepeatedCallHasOneRow() {
    assertThat(Making.of(BedrockSamples.ledger()).rows())
        .filteredOn(row -> row.contains("claude-3-sonnet"))
        .hasSize(1);
  }

  /** Records without identity stay outside of the ledger; ingest-service counts and lists them. */
  @Test
  void case10TheReportIsMadeOfWhatWasRecorded() {
    assertThat(Making.of(List.of(BedrockSamples.invocation("r-1"))).rows()).hasSize(1);
  }

  @Test
  void case11NoUsageIsAReportOfTheHeaderOnly() {
    assertThat(Making.of(List.of()).text()).isEqualTo(HEADER + "\n");
  }

  @Test
  void case12TheDayEndsBeforeMidnight() {
    ZoneId utc = ZoneId.of("UTC");
    Period may25 = new PeriodSpec.Day(LocalDate.parse("2024-05-25"), utc).period();
    Period may26 = new PeriodSpec.Day(LocalDate.parse("2024-05-26"), utc).period();
    Instant lastSecond = Instant.parse("2024-05-25T23:59:59Z");
    Instant midnight = Instant.parse("2024-05-26T00:00:00Z");
    assertThat(may25.contains(lastSecond)).isTrue();
    assertThat(may26.contains(lastSecond)).isFalse();
    assertThat(may25.contains(midnight)).isFalse();
    assertThat(may26.contains(midnight)).isTrue();
  }

  @Test
  void case13TheFileIsNamedByTheRunsStartInThirteenDigits() {
    assertThat(DailyUsageLayout.fileName(Instant.parse("2024-05-26T02:30:00.123Z")))
        .isEqualTo("AmazonBedrock_Charges_last_24hr_each_Model_1716690600123.csv");
  }

  @Test
  void case15ShuffledPriceRowsGiveTheSameCharges() {
    List<String> prices = Prices.shippedList().lines().collect(Collectors.toList());
    String header = prices.removeFirst();
    Collections.shuffle(prices, new Random(7));
    List<LedgerLine> ledger = BedrockSamples.ledger();
    assertThat(Making.of(Prices.bookOf(header + "\n" + String.join("\n", prices)), ledger).text())
        .isEqualTo(Making.of(ledger).text());
  }
}
