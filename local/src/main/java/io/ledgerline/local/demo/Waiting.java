package io.ledgerline.local.demo;

import io.ledgerline.local.suite.SuiteException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/** Waits for a state of affairs while telling how far it is. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration NEWS_EVERY = Duration.ofSeconds(2);
  private static final Duration OLD_NEWS_EVERY = Duration.ofSeconds(20);
  private static final long ASK_MILLIS = 250;

  private final DemoOutput out;

  Waiting(DemoOutput out) {
    this.out = out;
  }

  /**
   * Asks until the answer is as wanted.
   *
   * @param what is waited for, for the sentence that says that it did not come
   * @param progress how far an answer is, in words
   * @throws SuiteException when it does not come in time
   */
  <T> T until(String what, Ask<T> ask, Predicate<T> wanted, Function<T, String> progress)
      throws SuiteException, IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    Instant told = Instant.now();
    String last = "";
    while (true) {
      T answer = ask.now();
      if (wanted.test(answer)) {
        return answer;
      }
      String far = progress.apply(answer);
      if (Instant.now().isAfter(end)) {
        throw new SuiteException(
            "%s did not come within %d s (%s): './ledgerline logs' may say why."
                .formatted(what, PATIENCE.toSeconds(), far));
      }
      Duration quiet = Duration.between(told, Instant.now());
      if (quiet.compareTo(far.equals(last) ? OLD_NEWS_EVERY : NEWS_EVERY) > 0) {
        out.progress(far);
        told = Instant.now();
        last = far;
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
  }

  /** A question that may fail. */
  @FunctionalInterface
  interface Ask<T> {
    T now() throws IOException, InterruptedException, SuiteException;
  }
}
