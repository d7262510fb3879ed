package io.ledgerline.report.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HourLineTest {
  private static final Instant HOUR = Instant.parse("2024-05-25T08:00:00Z");
  private static final AccountMeter KEY = new AccountMeter("acct", "input_tokens");

  private record Evidence(BigDecimal onItsWay, boolean moreOnItsWay, BigDecimal accepted)
      implements HourEvidence {
    @Override
    public BigDecimal onItsWay(AccountMeter line) {
      return onItsWay;
    }

    @Override
    public BigDecimal acceptedWhenReported(AccountMeter line) {
      return accepted;
    }
  }

  private static HourLine compare(
      String accepted, String inLedger, String published, String rolledUp, String reported) {
    return compare(accepted, inLedger, published, rolledUp, reported, "0", accepted);
  }

  private static HourLine compare(
      String accepted,
      String inLedger,
      String published,
      String rolledUp,
      String reported,
      String onItsWay,
      String acceptedThen) {
    HourSums sums =
        new HourSums(
            new BigDecimal(accepted),
            new BigDecimal(inLedger),
            new BigDecimal(published),
            new BigDecimal(rolledUp),
            reported == null ? null : new BigDecimal(reported));
    return HourLine.compare(
        HOUR,
        KEY,
        sums,
        new Evidence(new BigDecimal(onItsWay), false, new BigDecimal(acceptedThen)));
  }

  @Test
  void equalSumsAgreeHoweverTheyAreWritten() {
    HourLine line = compare("10", "10.0", "10", "1E+1", "10.00");
    assertThat(line.state()).isEqualTo(LineState.AGREES);
    assertThat(compare("10", "10", "10", "10", null).state()).isEqualTo(LineState.AGREES);
  }

  @Test
  void whatBatchesOnTheirWayBringIsPending() {
    HourLine line = compare("10", "10", "7", "7", null, "3", "10");
    assertThat(line.state()).isEqualTo(LineState.PENDING);
    assertThat(line.differing()).isEmpty();
  }

  @Test
  void aBatchThatWasTakenInMeanwhileIsNotYetMarkedAsPublished() {
    assertThat(compare("10", "10", "7", "10", null).state()).isEqualTo(LineState.PENDING);
  }

  @Test
  void whatNothingOnItsWayBringsDiffers() {
    HourLine line = compare("10", "10", "10", "7", null, "2", "10");
    assertThat(line.state()).isEqualTo(LineState.DIFFERS);
    assertThat(line.differing()).containsExactly(Stage.ROLLED_UP);
  }

  @Test
  void rollupsOfBatchesAfterTheWatermarkAreNoDifference() {
    assertThat(compare("10", "10", "10", "12", null, "-2", "10").state())
        .isEqualTo(LineState.PENDING);
  }

  @Test
  void aRowThatIsGoneIsNamedAtTheLedgerAndEvenWithBatchesOnTheirWayNotPending() {
    HourLine line = compare("10", "9", "9", "10", "10");
    assertThat(line.state()).isEqualTo(LineState.DIFFERS);
    assertThat(line.differing()).containsExactly(Stage.IN_LEDGER, Stage.PUBLISHED);
  }

  @Test
  void usageAcceptedAfterTheRunIsLaterAndNoDifference() {
    HourLine line = compare("10", "10", "10", "10", "8", "0", "8");
    assertThat(line.state()).isEqualTo(LineState.AGREES);
    assertThat(line.later()).isEqualByComparingTo("2");
  }

  @Test
  void whatIsTakenBackAfterTheRunIsLaterTooAndNegative() {
    HourLine line = compare("6", "6", "6", "6", "8", "0", "8");
    assertThat(line.state()).isEqualTo(LineState.AGREES);
    assertThat(line.later()).isEqualByComparingTo("-2");
  }

  @Test
  void aRunThatReadSomethingElseThanWasThereDiffers() {
    HourLine line = compare("10", "10", "10", "10", "7", "0", "8");
    assertThat(line.differing()).containsExactly(Stage.REPORTED);
    assertThat(line.later()).isEqualByComparingTo("2");
  }
}
