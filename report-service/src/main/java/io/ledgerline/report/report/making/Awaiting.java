package io.ledgerline.report.report.making;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits on virtual threads for what the reactive parts do. */
final class Awaiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Awaiting() {}

  /**
   * The outcome.
   *
   * @throws io.smallrye.mutiny.TimeoutException after 30 seconds, which counts as an outage
   */
  static <T> T outcome(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
