package io.ledgerline.report.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID LATER = new UUID(0, 3);
  private static final Sums OF_A = sums(2, "10");
  private static final Sums OF_B = sums(1, "5.5");
  private static final Sums LEDGER = sums(3, "15.5");
  private static final Map<UUID, Sums> LEDGER_BATCHES = Map.of(A, OF_A, B, OF_B);

  private static Sums sums(long events, String tokens) {
    return Sums.of(events, Map.of("input_tokens", new BigDecimal(tokens)));
  }

  private static Reconciliation compare(Sums rollups, Map<UUID, Sums> applied, Sums reported) {
    return Reconciler.compare(
        new Reconciler.Sides(LEDGER, rollups, LEDGER, reported),
        sorted(LEDGER_BATCHES),
        sorted(applied));
  }

  @Test
  void equalSidesAreReconciled() {
    Reconciliation result = compare(sums(3, "15.50"), Map.of(A, OF_A, B, OF_B), sums(3, "15.5"));
    assertThat(result.isReconciled()).isTrue();
    assertThat(result.differences()).isEmpty();
    assertThat(result.batches()).isEqualTo(2);
  }

  @Test
  void aBatchThatIsNotAppliedIsNamed() {
    Reconciliation result = compare(sums(2, "10"), Map.of(A, OF_A), sums(3, "15.5"));
    assertThat(result.isReconciled()).isFalse();
    assertThat(result.differences())
        .first()
        .isEqualTo(
            new Difference(
                Difference.Kind.BATCH_MISSING, B, null, BigDecimal.ONE, BigDecimal.ZERO));
    assertThat(result.differences())
        .extracting(Difference::kind)
        .containsExactly(
            Difference.Kind.BATCH_MISSING,
            Difference.Kind.ROLLUPS_DIFFER,
            Difference.Kind.ROLLUPS_DIFFER);
  }

  @Test
  void aBatchAppliedWithOtherSumsIsNamedWithTheMeter() {
    Reconciliation result =
        compare(sums(3, "15.5"), Map.of(A, OF_A, B, sums(1, "5")), sums(3, "15.5"));
    assertThat(result.differences())
        .containsExactly(
            new Difference(
                Difference.Kind.BATCH_DIFFERS,
                B,
                "input_tokens",
                new BigDecimal("5.5"),
                new BigDecimal("5")));
  }

  @Test
  void whatWasPostedAfterTheWatermarkIsLeftOut() {
    Map<UUID, Sums> applied = Map.of(A, OF_A, B, OF_B, LATER, sums(7, "70"));
    Reconciliation result = compare(sums(10, "85.5"), applied, sums(3, "15.5"));
    assertThat(result.isReconciled()).isTrue();
    assertThat(result.laterBatches()).isEqualTo(1);
    assertThat(result.rolledUp()).isEqualTo(sums(3, "15.5"));
  }

  @Test
  void rollupsThatNoBatchExplainsAreNoticed() {
    Reconciliation result = compare(sums(3, "16"), Map.of(A, OF_A, B, OF_B), sums(3, "15.5"));
    assertThat(result.differences())
        .singleElement()
        .extracting(Difference::kind)
        .isEqualTo(Difference.Kind.ROLLUPS_DIFFER);
  }

  @Test
  void aReportThatReadTooLittleIsNoticed() {
    Reconciliation result = compare(sums(3, "15.5"), Map.of(A, OF_A, B, OF_B), sums(2, "15.5"));
    assertThat(result.differences())
        .containsExactly(
            new Difference(
                Difference.Kind.REPORT_DIFFERS,
                null,
                null,
                new BigDecimal("3"),
                new BigDecimal("2")));
  }

  @Test
  void aMeterOfWhichOneSideKnowsNothingIsADifferenceUnlessItIsZero() {
    Sums withZero =
        Sums.of(3, Map.of("input_tokens", new BigDecimal("15.5"), "images", new BigDecimal("0.0")));
    assertThat(compare(withZero, Map.of(A, OF_A, B, OF_B), withZero).isReconciled()).isTrue();
    Sums withImages =
        Sums.of(3, Map.of("input_tokens", new BigDecimal("15.5"), "images", BigDecimal.ONE));
    assertThat(compare(withImages, Map.of(A, OF_A, B, OF_B), sums(3, "15.5")).isReconciled())
        .isFalse();
  }

  @Test
  void differencesBeyondTheFirstHundredAreCounted() {
    Map<UUID, Sums> many =
        IntStream.range(0, 150).boxed().collect(Collectors.toMap(i -> new UUID(1, i), i -> OF_A));
    Reconciliation result =
        Reconciler.compare(
            new Reconciler.Sides(Sums.total(many.values()), Sums.NONE, Sums.NONE, Sums.NONE),
            sorted(many),
            () -> null);
    assertThat(result.differences()).hasSize(Reconciler.MOST_DIFFERENCES);
    assertThat(result.differenceCount()).isEqualTo(152);
  }

  @Test
  void whatIsTakenBackCountsAgainstWhatWasAdded() {
    Map<UUID, Sums> batches = Map.of(A, OF_A, B, sums(-1, "-4"));
    Sums left = sums(1, "6");
    Reconciliation result =
        Reconciler.compare(
            new Reconciler.Sides(left, left, left, left), sorted(batches), sorted(batches));
    assertThat(result.isReconciled()).isTrue();
  }

  @Test
  void aBatchThatTakesBackAsMuchAsItAddsIsMissedAllTheSame() {
    Reconciliation result =
        Reconciler.compare(
            new Reconciler.Sides(Sums.NONE, Sums.NONE, Sums.NONE, Sums.NONE),
            sorted(Map.of(A, Sums.NONE)),
            () -> null);
    assertThat(result.differences())
        .singleElement()
        .extracting(Difference::kind)
        .isEqualTo(Difference.Kind.BATCH_MISSING);
  }

  private static BatchSource sorted(Map<UUID, Sums> batches) {
    SortedMap<UUID, Sums> sorted = new TreeMap<>(BatchWalk.ORDER);
    sorted.putAll(batches);
    Iterator<Map.Entry<UUID, Sums>> all = sorted.entrySet().iterator();
    return () -> {
      if (!all.hasNext()) {
        return null;
      }
      Map.Entry<UUID, Sums> next = all.next();
      return new BatchSums(next.getKey(), next.getValue());
    };
  }
}
