package io.ledgerline.system.chaos.kill;

import io.ledgerline.system.chaos.suite.ChaosSuite;
import io.ledgerline.system.chaos.suite.Load;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Strikes blows while a load is on. */
public final class Striker {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long ASK_MILLIS = 10;
  private static final int ALL_REPLICAS_IN = 4;
  private static final int LONGEST_PAUSE_SECONDS = 12;
  private static final int MOST_EXTRA_MILLIS = 300;

  private final ChaosSuite suite;
  private final Random chance;

  /** Strikes there. */
  public Striker(ChaosSuite suite, Random chance) {
    this.suite = suite;
    this.chance = chance;
  }

  /**
   * Strikes each strike at its moment, or when the load has stood still for long because of those
   * before it.
   *
   * @return what was struck, for people
   */
  public List<String> strike(List<Strike> strikes, Load load)
      throws IOException, InterruptedException {
    List<String> struck = new ArrayList<>();
    for (Strike strike : strikes) {
      Instant end = Instant.now().plus(PATIENCE);
      while (load.percent() < strike.percent() && !load.isOver() && Instant.now().isBefore(end)) {
        TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
      }
      TimeUnit.MILLISECONDS.sleep(chance.nextInt(MOST_EXTRA_MILLIS));
      List<String> paused = new ArrayList<>();
      for (Blow blow : strike.blows()) {
        struck.add(strike(blow, paused));
      }
      if (!paused.isEmpty()) {
        TimeUnit.SECONDS.sleep(1 + chance.nextInt(LONGEST_PAUSE_SECONDS));
        for (String part : paused) {
          suite.resume(part);
        }
      }
    }
    return struck;
  }

  private String strike(Blow blow, List<String> paused) throws IOException, InterruptedException {
    List<String> parts = targets(blow);
    boolean all = true;
    for (String part : parts) {
      all &= strike(blow, part);
      if (isPause(blow)) {
        paused.add(part);
      }
    }
    return (parts.size() > 1 ? blow.text() + " (all)" : blow.text()) + (all ? "" : " (missed)");
  }

  private static boolean isPause(Blow blow) {
    return switch (blow) {
      case PAUSE_INGEST, PAUSE_REPORT, PAUSE_BROKER -> true;
      default -> false;
    };
  }

  /** A part that is still on its way up from an earlier blow is waited for. */
  private boolean strike(Blow blow, String part) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      boolean struck =
          isPause(blow)
              ? suite.pause(part)
              : blow == Blow.KILL_BACKEND ? suite.killBackend() : suite.kill(part);
      if (struck) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(ASK_MILLIS);
    }
    return false;
  }

  private List<String> targets(Blow blow) {
    return switch (blow) {
      case KILL_INGEST, PAUSE_INGEST -> replicas("ingest");
      case KILL_REPORT, PAUSE_REPORT -> replicas("report");
      case KILL_NOTIFY -> replicas("notify");
      case KILL_BROKER, PAUSE_BROKER -> List.of("kafka");
      case KILL_DATABASE, KILL_BACKEND -> List.of("postgres");
    };
  }

  /** One of them, sometimes all. */
  private List<String> replicas(String service) {
    List<String> names =
        IntStream.rangeClosed(1, suite.replicas())
            .mapToObj(number -> number == 1 ? service : service + "-" + number)
            .toList();
    return chance.nextInt(ALL_REPLICAS_IN) == 0
        ? names
        : List.of(names.get(chance.nextInt(names.size())));
  }
}
