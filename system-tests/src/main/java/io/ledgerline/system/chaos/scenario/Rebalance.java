package io.ledgerline.system.chaos.scenario;

import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.suite.Load;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A second report-service leaves its group and joins it again in the middle of batches.
 *
 * @param times how often
 * @param events how many events come in meanwhile
 */
public record Rebalance(int times, int events) implements Scenario {
  private static final String SECOND = "report-2";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long ASK_MILLIS = 50;

  @Override
  public String name() {
    return "rebalance";
  }

  @Override
  public String run(Trial trial) throws IOException, InterruptedException {
    int left = 0;
    for (int time = 0; time < times; time++) {
      Load before = trial.start(trial.plan(events), 2);
      awaitReady(trial, true);
      trial.findings().unless(trial.suite().terminate(SECOND), name(), SECOND + " did not run");
      awaitReady(trial, false);
      left++;
      Load meanwhile = trial.start(trial.plan(events), 2);
      awaitReady(trial, true);
      trial.await(name(), before);
      trial.await(name(), meanwhile);
      trial.sendAll(name(), trial.plan(events), 2);
    }
    return "report-service left and joined " + left + " times under load";
  }

  private void awaitReady(Trial trial, boolean wanted) throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (trial.suite().isReady(SECOND) != wanted) {
      if (Instant.now().isAfter(end)) {
        trial.findings().add(name(), SECOND + (wanted ? " did not come back" : " did not leave"));
        return;
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
  }
}
