package io.ledgerline.system.chaos.scenario;

import io.ledgerline.system.chaos.Trial;
import io.ledgerline.system.chaos.load.Call;
import io.ledgerline.system.chaos.suite.EventDoor;
import io.ledgerline.system.chaos.suite.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The database is away: calls are refused with a problem that says so, soon; sent again later they
 * count once.
 *
 * @param calls how many calls are refused
 */
public record DatabaseAway(int calls) implements Scenario {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int SIZE = 40;

  @Override
  public String name() {
    return "database away";
  }

  @Override
  public String run(Trial trial) throws IOException, InterruptedException {
    List<Call> refused = new ArrayList<>();
    Duration slowest = Duration.ZERO;
    trial.suite().holdLauncher();
    try {
      trial.findings().unless(trial.suite().kill("postgres"), name(), "it did not run");
      for (int i = 0; i < calls; i++) {
        Call call = Call.of(trial.take(SIZE));
        refused.add(call);
        Instant begin = Instant.now();
        isRefused(trial, trial.doors().get(i % trial.doors().size()), call);
        Duration took = Duration.between(begin, Instant.now());
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
    } finally {
      trial.suite().releaseLauncher();
    }
    trial
        .findings()
        .unless(slowest.compareTo(SOON) < 0, name(), "a 503 took " + slowest.toMillis() + " ms");
    trial.sendAll(name(), refused, 2);
    return "%d calls refused with 503 within %d ms, then counted"
        .formatted(refused.size(), slowest.toMillis());
  }

  private void isRefused(Trial trial, EventDoor door, Call call) throws InterruptedException {
    trial.answers().lost(call);
    try {
      EventDoor.Attempt attempt = door.send(call);
      attempt.statuses().ifPresent(statuses -> trial.answers().answered(call, statuses));
      trial
          .findings()
          .unless(
              attempt.httpStatus() == HttpStatus.UNAVAILABLE
                  && attempt.type().startsWith("application/problem+json"),
              name(),
              "answered " + attempt.httpStatus() + " " + attempt.type());
    } catch (IOException e) {
      trial.findings().add(name(), "no answer in place of a 503: " + e);
    }
  }
}
