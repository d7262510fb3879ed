package io.ledgerline.report.vendor.vergeos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerline.contracts.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  private static final Owner LAB = new Owner("lab", List.of());
  private static final Owner SHOP = new Owner("shop", List.of("sales"));

  private static Measures measures(List<CapacitySample> samples, List<CapacitySample> held) {
    MeasureTally tally = new MeasureTally();
    samples.forEach(tally::add);
    return tally.with(held);
  }

  private static CapacitySample sample(String resource, RecordField field, String value) {
    return new CapacitySample(resource, LAB, Map.of(field, new BigDecimal(value)));
  }

  private static List<CapacitySample> samples(
      String resource, RecordField field, String... values) {
    return Arrays.stream(values).map(value -> sample(resource, field, value)).toList();
  }

  private static long number(RecordField field, List<CapacitySample> samples) {
    return measures(samples, List.of()).numbers().get(field);
  }

  @Test
  void aResourceCountsWithTheMeanOfItsSamples() {
    RecordField cores = RecordField.USED_CORES;
    assertThat(number(cores, samples("a", cores, "30", "40", "50"))).isEqualTo(40);
  }

  @Test
  void resourcesAddUpAndAreRoundedOnceAtTheEnd() {
    RecordField cores = RecordField.USED_CORES;
    List<CapacitySample> thirds = new ArrayList<>();
    for (String resource : List.of("a", "b", "c")) {
      thirds.addAll(samples(resource, cores, "1", "0", "0"));
    }
    assertThat(number(cores, thirds)).isEqualTo(1);
    assertThat(number(cores, samples("a", cores, "2.5"))).isEqualTo(3);
  }

  @Test
  void percentagesDoNotAddUp() {
    RecordField cpu = RecordField.PHYS_TOTAL_CPU;
    assertThat(number(cpu, List.of(sample("a", cpu, "80"), sample("b", cpu, "60")))).isEqualTo(70);
  }

  @Test
  void withoutASampleTheLastOneCountsWhileItHolds() {
    RecordField gpus = RecordField.GPUS;
    List<CapacitySample> held = List.of(sample("a", gpus, "3"), sample("b", gpus, "9"));
    Measures measures = measures(List.of(sample("b", gpus, "1")), held);
    assertThat(measures.numbers())
        .containsEntry(gpus, 4L)
        .containsEntry(RecordField.WORKLOAD_DATAPOINTS, 1L);
    assertThat(measures.isEmpty()).isFalse();
    assertThat(measures(List.of(), List.of()).isEmpty()).isTrue();
  }

  @Test
  void samplesAreCountedByWorkloadAndStorage() {
    Map<RecordField, BigDecimal> both =
        Map.of(RecordField.USED_CORES, BigDecimal.ONE, RecordField.TIER_0_USED, BigDecimal.ONE);
    Measures measures =
        measures(
            List.of(
                new CapacitySample("a", LAB, both),
                sample("a", RecordField.TIER_1_USED, "5"),
                sample("b", RecordField.TIER_1_TOTAL, "5")),
            List.of());
    assertThat(measures.numbers())
        .containsEntry(RecordField.WORKLOAD_DATAPOINTS, 1L)
        .containsEntry(RecordField.STORAGE_DATAPOINTS, 3L);
  }

  @Test
  void partsAddUpToTheRecordAlsoWhenAResourceChangedHands() {
    RecordField cores = RecordField.USED_CORES;
    Map<RecordField, BigDecimal> ten = Map.of(cores, BigDecimal.TEN);
    Measures measures =
        measures(
            List.of(
                new CapacitySample("a", LAB, ten),
                new CapacitySample("a", SHOP, Map.of(cores, new BigDecimal("40"))),
                new CapacitySample("b", SHOP, ten)),
            List.of(new CapacitySample("c", LAB, ten)));
    assertThat(measures.numbers()).containsEntry(cores, 45L);
    assertThat(measures.parts())
        .extracting(RecordPart::owner, part -> part.values().get(cores).intValueExact())
        .containsExactlyInAnyOrder(tuple(LAB, 15), tuple(SHOP, 30));
    assertThat(measures.parts().stream().mapToLong(RecordPart::workload).sum()).isEqualTo(3);
  }

  @Test
  void sixthsThatMakeAHalfAreRoundedAsAHalf() {
    RecordField cores = RecordField.USED_CORES;
    List<CapacitySample> sixths = new ArrayList<>();
    for (String resource : List.of("a", "b", "c")) {
      sixths.addAll(samples(resource, cores, "1", "0", "0", "0", "0", "0"));
    }
    assertThat(number(cores, sixths)).isEqualTo(1);
  }

  @Test
  void aRecordHasEveryNumberAndSaysWhenNothingWasSampled() {
    BillingRecord made =
        new Making(7, 1_700_000_001, 1_699_999_000, 1_700_000_000, Origin.GENERATE, "a1b2c3d4")
            .of(measures(List.of(), List.of()));
    assertThat(made.numbers().values()).doesNotContainNull().hasSize(37);
    assertThat(made.number(RecordField.USED_CORES)).isZero();
    assertThat(made.description()).contains("no samples");
    assertThat(made.key()).isEqualTo(7);
  }

  @Test
  void theSecondOfACallIsNeverBeforeIt() {
    assertThat(Making.secondOf(Instant.parse("2026-01-01T00:00:00Z"))).isEqualTo(1_767_225_600);
    assertThat(Making.secondOf(Instant.parse("2026-01-01T00:00:00.000001Z")))
        .isEqualTo(1_767_225_601);
  }

  @Test
  void whatIsNoRecordIsRefused() {
    assertThatThrownBy(
            () -> new BillingRecord(Map.of(RecordField.GPUS, -1L), "", Origin.IMPORT, "x"))
        .isInstanceOf(InvalidValueException.class);
    assertThatThrownBy(
            () -> new BillingRecord(Map.of(RecordField.FROM, 5L), "", Origin.IMPORT, "x"))
        .isInstanceOf(InvalidValueException.class);
  }
}
