package io.ledgerline.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks after one part on a thread of its own: starts it once what it needs is ready, waits until
 * it can be used, and starts it again when it dies.
 */
final class Supervisor {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration NEWS_EVERY = Duration.ofSeconds(10);
  private static final long ASK_MILLIS = 100;
  // A child that ends because we all are told to may be noticed before we are told ourselves.
  private static final long SIGNAL_MILLIS = 300;
  private static final long STOP_MINUTES = 2;

  private final Runner runner;
  private final Progress progress;
  private final Runnable changed;
  private final RestartPolicy policy = new RestartPolicy();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private Thread thread;
  private volatile PartPhase phase = PartPhase.WAITING;
  private volatile Process process;

  Supervisor(Runner runner, Progress progress, Runnable changed) {
    this.runner = runner;
    this.progress = progress;
    this.changed = changed;
  }

  Runner runner() {
    return runner;
  }

  /** Completes when the part is first ready, or with a {@link SuiteException} when it never is. */
  CompletableFuture<Void> ready() {
    return ready;
  }

  /** Begins; {@code failed} is told once when the part is given up. */
  void start(List<Supervisor> needs, Consumer<SuiteException> failed) {
    thread =
        Thread.ofPlatform()
            .name("look after " + runner.name())
            .start(
                () -> {
                  try {
                    if (awaitNeeds(needs)) {
                      live();
                    }
                  } catch (SuiteException e) {
                    become(PartPhase.FAILED);
                    ready.completeExceptionally(e);
                    failed.accept(e);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
  }

  /** Whether all that it needs is ready; not when we are stopping, or one of them is given up. */
  private boolean awaitNeeds(List<Supervisor> needs) throws InterruptedException {
    List<Supervisor> missing = needs.stream().filter(need -> !need.ready.isDone()).toList();
    if (!missing.isEmpty()) {
      String titles = String.join(", ", missing.stream().map(need -> need.runner.title()).toList());
      progress.part(runner.title(), "waits for " + titles);
    }
    for (Supervisor need : missing) {
      while (!need.ready.isDone()) {
        if (isStopping(ASK_MILLIS)) {
          return false;
        }
      }
    }
    return needs.stream().noneMatch(need -> need.ready.isCompletedExceptionally());
  }

  private void live() throws SuiteException, InterruptedException {
    while (!isStopping(0)) {
      become(PartPhase.STARTING);
      progress.part(runner.title(), "starting");
      End end = runOnce();
      if (!isStopping(SIGNAL_MILLIS)) {
        handleDeath(end);
      }
    }
  }

  /** Starts it and waits for its end. Returns how it ended. */
  private End runOnce() throws SuiteException, InterruptedException {
    Instant started = Instant.now();
    long logStart = size();
    try {
      process = runner.start();
    } catch (IOException e) {
      return new End("could not be started: " + e.getMessage(), false);
    }
    changed.run();
    if (isStopping(0)) {
      runner.stop(process);
    } else if (awaitReady(started)) {
      become(PartPhase.READY);
      String time = Progress.text(Duration.between(started, Instant.now()));
      progress.part(runner.title(), "ready after " + time + "   " + runner.url());
      ready.complete(null);
    }
    return end(process.waitFor(), logStart);
  }

  private End end(int status, long logStart) {
    boolean killed = ExitStatus.isOthersDoing(status);
    String words = killed ? "" : LogTail.lastWords(linesSince(logStart));
    String said = words.isEmpty() ? "" : "; it said last: " + words;
    return new End(ExitStatus.describe(status) + said, killed);
  }

  /** Whether it is ready now; otherwise it has ended, or we are stopping. */
  private boolean awaitReady(Instant started) throws SuiteException, InterruptedException {
    Instant news = started.plus(NEWS_EVERY);
    while (!isStopping(0)) {
      Readiness now = runner.readiness();
      if (now.ready()) {
        return true;
      }
      if (process.waitFor(ASK_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      Instant time = Instant.now();
      if (time.isAfter(news)) {
        progress.part(runner.title(), "still starting" + because(now));
        news = time.plus(NEWS_EVERY);
      }
      if (!ready.isDone() && time.isAfter(started.plus(START_PATIENCE))) {
        throw new SuiteException(
            "%s was not ready within %d s%s. Its log is %s"
                .formatted(runner.title(), START_PATIENCE.toSeconds(), because(now), runner.log()));
      }
    }
    return false;
  }

  private static String because(Readiness readiness) {
    return readiness.missing().isEmpty() ? "" : " (" + readiness.missing() + ")";
  }

  private void handleDeath(End end) throws SuiteException, InterruptedException {
    String log = ". Its log is " + runner.log();
    if (!ready.isDone()) {
      throw new SuiteException(runner.title() + " " + end.words() + log);
    }
    Optional<Duration> pause = policy.afterDeath(Instant.now(), end.killed());
    if (pause.isEmpty()) {
      throw new SuiteException(
          "%s died %d times within a minute, so everything is stopped; the last time it %s%s"
              .formatted(runner.title(), RestartPolicy.MOST_DEATHS, end.words(), log));
    }
    become(PartPhase.RESTARTING);
    progress.part(
        runner.title(), end.words() + "; starting it again after " + Progress.text(pause.get()));
    isStopping(pause.get().toMillis());
  }

  /**
   * How a process ended.
   *
   * @param words for people
   * @param killed whether somebody ended it, rather than it itself
   */
  private record End(String words, boolean killed) {}

  private List<String> linesSince(long start) {
    try {
      return LogTail.lines(runner.log(), start);
    } catch (IOException e) {
      return List.of();
    }
  }

  private long size() {
    try {
      return Files.exists(runner.log()) ? Files.size(runner.log()) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private boolean isStopping(long waitMillis) throws InterruptedException {
    return stopping.await(waitMillis, TimeUnit.MILLISECONDS);
  }

  private void become(PartPhase next) {
    phase = next;
    changed.run();
  }

  /** Ends the part, and returns when its process is gone. May be called at any time. */
  void stop() {
    stopping.countDown();
    Process current = process;
    if (current != null && current.isAlive()) {
      runner.stop(current);
    }
    try {
      if (thread != null && thread != Thread.currentThread()) {
        thread.join(Duration.ofMinutes(STOP_MINUTES));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Process late = process;
    if (late != null && late.isAlive()) {
      runner.stop(late);
    }
    phase = PartPhase.STOPPED;
  }

  /** How it is now. */
  SuiteState.Part state() {
    Process current = process;
    return new SuiteState.Part(
        runner.name(),
        runner.title(),
        runner.url(),
        phase,
        current == null || !current.isAlive() ? null : ProcessMark.of(current.toHandle()),
        runner.log().toString());
  }
}
