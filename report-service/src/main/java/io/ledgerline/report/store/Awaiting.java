package io.ledgerline.report.store;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Waits on virtual threads for what the reactive parts do. */
public final class Awaiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Awaiting() {}

  /**
   * The outcome.
   *
   * @throws io.smallrye.mutiny.TimeoutException after 30 seconds, which counts as an outage
   */
  public static <T> T outcome(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }

  /**
   * The outcome of work that may well take longer than a moment, such as adding up a month.
   *
   * @throws io.smallrye.mutiny.TimeoutException after {@code patience}, which counts as an outage
   */
  public static <T> T outcome(Uni<T> work, Duration patience) {
    return work.await().atMost(patience);
  }
}
