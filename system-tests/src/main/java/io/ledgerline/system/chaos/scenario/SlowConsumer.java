package io.ledgerline.system.chaos.scenario;

import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.check.DatabaseCounts;
import io.ledgerline.system.chaos.suite.Load;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * report-service stands still, then moves by fits and starts, while events come in: ingest goes on
 * as ever, the lag grows and later drains.
 *
 * @param still how long it stands still; more than ten seconds cost it its place in the group
 * @param events how many events a step sends
 */
public record SlowConsumer(Duration still, int events) implements Scenario {
  private static final long FIT_MILLIS = 150;
  private static final long REST_MILLIS = 700;
  private static final int FITS = 5;

  @Override
  public String name() {
    return "slow consumer";
  }

  @Override
  public String run(Trial trial) throws IOException, InterruptedException {
    List<String> consumers =
        IntStream.rangeClosed(1, trial.suite().replicas())
            .mapToObj(number -> number == 1 ? "report" : "report-" + number)
            .toList();
    List<Long> lag = new ArrayList<>();
    try {
      pause(trial, consumers);
      Instant end = Instant.now().plus(still);
      do {
        Load load = trial.sendAll(name(), trial.plan(events), 2);
        trial
            .findings()
            .unless(load.refusals().isEmpty(), name(), "calls refused: " + load.refusals());
        lag.add(unconfirmed(trial));
      } while (lag.size() < 2 || Instant.now().isBefore(end));
      for (int fit = 0; fit < FITS; fit++) {
        resume(trial, consumers);
        TimeUnit.MILLISECONDS.sleep(FIT_MILLIS);
        pause(trial, consumers);
        TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
      }
    } finally {
      resume(trial, consumers);
    }
    trial.findings().unless(lag.getLast() > lag.getFirst(), name(), "the lag did not grow: " + lag);
    return "lag grew to " + lag.getLast() + " batches";
  }

  private static void pause(Trial trial, List<String> parts) throws IOException {
    for (String part : parts) {
      trial.suite().pause(part);
    }
  }

  private static void resume(Trial trial, List<String> parts) throws IOException {
    for (String part : parts) {
      trial.suite().resume(part);
    }
  }

  private static long unconfirmed(Trial trial) throws IOException {
    try (Connection database = trial.suite().database()) {
      return DatabaseCounts.pipe(database).unconfirmed();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
