package io.ledgerline.benchmarks.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProcessesTest {
  @Test
  void theMachineIsBusyWhenItIsNeitherIdleNorWaiting() {
    assertThat(MachineTime.busy("cpu  1000 20 300 900000 5000 0 50 30 7 7"))
        .isEqualTo(Duration.ofMillis(14_000));
  }

  @Test
  void aNoteSaysHowManyCoresEachPartUsedAndLeavesOutWhatIsNothing() {
    Map<String, Duration> before =
        Map.of("ingest", Duration.ofSeconds(10), "mail", Duration.ofSeconds(5));
    Map<String, Duration> after =
        new java.util.LinkedHashMap<>(Map.of("ingest", Duration.ofSeconds(16)));
    after.put("mail", Duration.ofMillis(5_010));
    after.put("others", Duration.ofMillis(400));

    assertThat(Processes.cores(before, after, Duration.ofSeconds(4)))
        .isEqualTo("cores: ingest 1.50, others 0.10");
  }
}
