package io.ledgerline.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SustainedTest {
  private static final long SECOND = 1_000_000_000L;

  /** 1,000 events a second, with one MiB more every second. */
  private static Sustained steady(int seconds) {
    List<Watch.Sample> samples = new ArrayList<>();
    for (int i = 0; i <= seconds; i++) {
      samples.add(new Watch.Sample(i * SECOND, 5_000 + i * 1_000L, 300 + i, 200 + i, 180));
    }
    return new Sustained(99, samples, Duration.ofMillis(700), "cores: ingest 0.5");
  }

  @Test
  void theRateIsWhatCameOutAtTheEndOfThePipe() {
    Sustained run = steady(20);

    assertThat(run.rate()).isEqualTo(1_000);
    assertThat(run.slices().values()).hasSize(5).allMatch(rate -> rate == 1_000);
    assertThat(run.note()).contains("300 → 320", "0.7 s", "ingest 0.5");
  }

  @Test
  void memoryIsJudgedByItsMostAndBySlope() {
    Sustained run = steady(60);

    assertThat(run.peak(Watch.Sample::ingestMebibytes)).isEqualTo(260);
    assertThat(run.slopePerMinute(Watch.Sample::ingestMebibytes)).isCloseTo(60, within(1e-6));
    assertThat(run.slopePerMinute(Watch.Sample::reportMebibytes)).isZero();
  }

  @Test
  void tooFewLooksAreNoMeasurement() {
    assertThatThrownBy(() -> steady(3)).isInstanceOf(IllegalArgumentException.class);
  }
}
