package io.ledgerline.report.report.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.report.ledger.client.LedgerRefusedException;
import io.ledgerline.report.ledger.client.LedgerUnavailableException;
import io.smallrye.mutiny.TimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class RunFailuresTest {
  @Test
  void whatIsAwayIsTriedAgain() {
    assertThat(RunFailures.of(new LedgerUnavailableException("x", null)).worthRepeating()).isTrue();
    assertThat(RunFailures.of(new TimeoutException()).worthRepeating()).isTrue();
    assertThat(RunFailures.of(new RuntimeException(new ConnectException("x"))).worthRepeating())
        .isTrue();
  }

  @Test
  void aRefusalIsFinalAndSaysWhy() {
    RunFailures refused = RunFailures.of(new LedgerRefusedException("HTTP 403", null));
    assertThat(refused.worthRepeating()).isFalse();
    assertThat(refused.failure().code()).isEqualTo("ledger-refused");
    assertThat(refused.failure().detail()).isEqualTo("HTTP 403");
  }

  @Test
  void aFaultOfOurOwnIsFinalAndTellsNoSecrets() {
    RunFailures internal = RunFailures.of(new IOException("/secret/path"));
    assertThat(internal.failure().code()).isEqualTo("internal");
    assertThat(internal.failure().detail()).doesNotContain("secret");
  }
}
