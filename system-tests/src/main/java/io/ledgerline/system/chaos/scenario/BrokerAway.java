package io.ledgerline.system.chaos.scenario;

import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.check.DatabaseCounts;
import io.ledgerline.system.chaos.load.Latencies;
import io.ledgerline.system.chaos.suite.Load;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The broker is away while events come in: they are answered as ever, stay in the ledger, and are
 * published when it is back.
 *
 * @param away how long at least
 * @param events how many events a step sends
 */
public record BrokerAway(Duration away, int events) implements Scenario {
  private static final Duration FAST = Duration.ofSeconds(15);
  private static final int MOST_PERCENT = 95;

  @Override
  public String name() {
    return "broker away";
  }

  @Override
  public String run(Trial trial) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(away);
    int calls = 0;
    Duration slowest = Duration.ZERO;
    long waiting;
    trial.suite().holdLauncher();
    try {
      trial.findings().unless(trial.suite().kill("kafka"), name(), "the broker did not run");
      do {
        Load load = trial.sendAll(name(), trial.plan(events), 2);
        trial
            .findings()
            .unless(load.refusals().isEmpty(), name(), "calls refused: " + load.refusals());
        Latencies took = load.latencies();
        calls += took.count();
        Duration most = took.percentile(MOST_PERCENT);
        slowest = most.compareTo(slowest) > 0 ? most : slowest;
      } while (Instant.now().isBefore(end));
      waiting = waiting(trial);
    } finally {
      trial.suite().releaseLauncher();
    }
    trial
        .findings()
        .unless(slowest.compareTo(FAST) < 0, name(), "answers took " + slowest.toMillis() + " ms");
    trial.findings().unless(waiting > 0, name(), "no batch waited, so it was not away");
    return "%d calls answered, 95 %% within %d ms; %d batches waited"
        .formatted(calls, slowest.toMillis(), waiting);
  }

  private static long waiting(Trial trial) throws IOException {
    try (Connection database = trial.suite().database()) {
      return DatabaseCounts.pipe(database).unconfirmed();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
