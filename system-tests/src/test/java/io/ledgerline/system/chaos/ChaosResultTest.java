package io.ledgerline.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaosResultTest {
  private static ChaosResult result(int findings) {
    Step step =
        new Step(
            "round 1",
            6000,
            17,
            Duration.ofMillis(21_340),
            Duration.ofMillis(900),
            findings,
            "kill broker");
    return new ChaosResult(
        7, 6000, List.of(step), findings == 0 ? List.of() : List.of("round 1, ledger: 1 lost"));
  }

  @Test
  void theTableSaysWhatHappenedAndThatAllIsExact() {
    assertThat(String.join("\n", result(0).table()))
        .contains("6,000", "21.3 s", "0.9 s", "exact", "kill broker")
        .contains("Nothing lost, nothing doubled: 6,000 events, seed 7");
    assertThat(result(0).json().path("ok").asBoolean()).isTrue();
  }

  @Test
  void aFindingIsInTheTableInTheJsonAndInTheVerdict() {
    assertThat(result(1).isExact()).isFalse();
    assertThat(String.join("\n", result(1).table()))
        .contains("1 wrong", "round 1, ledger: 1 lost", "seed 7")
        .doesNotContain("Nothing lost");
    assertThat(result(1).json().path("findings").get(0).asText()).contains("ledger");
  }
}
