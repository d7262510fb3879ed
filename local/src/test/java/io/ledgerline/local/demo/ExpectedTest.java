package io.ledgerline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectedTest {
  @Test
  void chargesAreExactDecimalsPerThousandTokens() {
    assertThat(DemoModel.CLAUDE.charge(4808, 10)).isEqualByComparingTo("38.704e-3");
    assertThat(DemoModel.TITAN_EXPRESS.charge(1, 1)).isEqualByComparingTo("0.0000008");
  }

  @Test
  void theSumsOfTheModelsAreTheSumsOfAll() throws IOException {
    Expected expected = Expected.of(Trace.read());

    assertThat(expected.requests()).isEqualTo(8_819);
    assertThat(expected.inputTokens()).isEqualTo(18_059_974);
    assertThat(expected.outputTokens()).isEqualTo(245_896);
    assertThat(expected.byModel()).hasSize(5);
    assertThat(
            expected.byModel().values().stream()
                .map(Expected.ModelSums::charges)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(expected.charges());
  }

  @Test
  void theRuleGivesAPrincipalOfTheSameAccount() {
    for (int row = 0; row < 60; row++) {
      AssignmentRule.Assigned assigned =
          AssignmentRule.of(new TraceRequest(row, Instant.EPOCH, 1, 1));
      assertThat(assigned.principal()).contains("::" + assigned.account() + ":");
    }
  }

  @Test
  void theRuleUsesEachModelWithEachPrincipalInEachRegion() {
    List<AssignmentRule.Assigned> all =
        java.util.stream.IntStream.range(0, 60)
            .mapToObj(row -> AssignmentRule.of(new TraceRequest(row, Instant.EPOCH, 1, 1)))
            .distinct()
            .toList();

    assertThat(all).hasSize(60);
  }
}
