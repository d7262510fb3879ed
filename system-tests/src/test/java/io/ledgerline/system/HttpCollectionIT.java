package io.ledgerline.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The collection of requests that the documentation brings, as a user runs it. */
class HttpCollectionIT {
  @Test
  void everyRequestIsAnsweredAsTheCollectionSays() throws Exception {
    Launcher.Outcome outcome = RunningSuite.get().command("http");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output()).contains(" 0 not answered as expected");
  }
}
