package io.ledgerline.local.suite;

import io.ledgerline.local.parts.PartsDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The running suite, as its launcher holds it: all parts under supervision, the state file kept
 * true. Closing it stops everything in reverse order.
 */
public final class Suite implements AutoCloseable {
  private final SuiteFolder folder;
  private final int portOffset;
  private final LauncherLock lock;
  private final PartsDescription parts;
  private final List<Supervisor> supervisors = new ArrayList<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final Instant startedAt = Instant.now();
  private final Progress progress;
  private boolean up;
  private boolean closed;

  private Suite(
      SuiteFolder folder, int portOffset, LauncherLock lock, SuitePlan plan, Progress progress) {
    this.folder = folder;
    this.portOffset = portOffset;
    this.lock = lock;
    this.progress = progress;
    this.parts = plan.parts();
    for (Runner runner : plan.runners()) {
      supervisors.add(new Supervisor(runner, progress, this::writeState));
    }
  }

  /**
   * Begins to start everything, after making sure that nothing stands in the way.
   *
   * @throws SuiteException when something does, with a way out
   * @throws IOException when the data folder cannot be written
   */
  public static Suite start(SuiteFolder folder, int portOffset, Progress progress)
      throws SuiteException, IOException {
    return start(folder, portOffset, 1, progress);
  }

  /**
   * The same with several replicas of each service, which a user on one machine has no need of: it
   * is for tests of what happens between them.
   */
  public static Suite start(SuiteFolder folder, int portOffset, int replicas, Progress progress)
      throws SuiteException, IOException {
    return start(folder, portOffset, progress, () -> SuitePlan.whole(folder, portOffset, replicas));
  }

  /**
   * The same with some services only, and the parts that they need.
   *
   * @param services which, each with settings that win over the usual ones
   */
  public static Suite startSome(
      SuiteFolder folder,
      int portOffset,
      Progress progress,
      Map<Service, Map<String, String>> services)
      throws SuiteException, IOException {
    return startSome(folder, portOffset, progress, services, List.of());
  }

  /**
   * The same with more for the services' JVMs.
   *
   * @param jvmOptions go after all others and so win
   */
  public static Suite startSome(
      SuiteFolder folder,
      int portOffset,
      Progress progress,
      Map<Service, Map<String, String>> services,
      List<String> jvmOptions)
      throws SuiteException, IOException {
    return start(
        folder,
        portOffset,
        progress,
        () -> SuitePlan.some(folder, portOffset, services, jvmOptions));
  }

  /**
   * The same with the embedded parts and native executables.
   *
   * @param executables the program of each service that is to run
   */
  public static Suite startNative(
      SuiteFolder folder, int portOffset, Progress progress, Map<Service, Path> executables)
      throws SuiteException, IOException {
    Map<Service, List<String>> commands = new EnumMap<>(Service.class);
    executables.forEach((service, path) -> commands.put(service, ChildProcess.program(path)));
    return start(folder, portOffset, progress, () -> SuitePlan.of(folder, portOffset, 1, commands));
  }

  static Suite start(SuiteFolder folder, int portOffset, Progress progress, PlanMaker planMaker)
      throws SuiteException, IOException {
    Optional<LauncherLock> lock = LauncherLock.take(folder.lock());
    if (lock.isEmpty()) {
      throw new SuiteException(alreadyRunning(folder));
    }
    try {
      Leftovers.end(folder, progress);
      SuitePlan plan = planMaker.make();
      plan.checkPorts();
      Suite suite = new Suite(folder, portOffset, lock.get(), plan, progress);
      suite.begin();
      return suite;
    } catch (SuiteException | IOException e) {
      lock.get().close();
      throw e;
    }
  }

  private static String alreadyRunning(SuiteFolder folder) {
    String who =
        SuiteState.read(folder.state())
            .map(state -> " (process " + state.launcher().pid() + ")")
            .orElse("");
    return "Ledgerline already runs on "
        + folder.data()
        + who
        + ": './ledgerline status' shows it, './ledgerline down' stops it.";
  }

  private void begin() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-suite"));
    for (Supervisor supervisor : supervisors) {
      List<String> names = supervisor.runner().needs();
      List<Supervisor> needs =
          supervisors.stream().filter(s -> names.contains(s.runner().name())).toList();
      supervisor.start(needs, failure::completeExceptionally);
    }
    if (supervisors.stream().anyMatch(s -> s.runner().ports().size() > 1 && isService(s))) {
      HttpsRenewal.begin(folder.https(), progress);
    }
  }

  private static boolean isService(Supervisor supervisor) {
    return supervisor.runner() instanceof ServiceRunner;
  }

  /**
   * Waits until all parts are ready.
   *
   * @throws SuiteException when one is given up
   */
  public void awaitUp() throws SuiteException, InterruptedException {
    CompletableFuture<?> all =
        CompletableFuture.allOf(
            supervisors.stream().map(Supervisor::ready).toArray(CompletableFuture[]::new));
    await(CompletableFuture.anyOf(all, failure));
    up = true;
    writeState();
  }

  /**
   * Waits for as long as the suite can live.
   *
   * @throws SuiteException when a part is given up
   */
  public void awaitFailure() throws SuiteException, InterruptedException {
    await(failure);
  }

  /**
   * Does work that uses the suite, and gives it up when a part is given up.
   *
   * @throws SuiteException when that happens, or the work says so itself or fails otherwise
   */
  public void whileAlive(Callable<Void> work) throws SuiteException, InterruptedException {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("work")
        .start(
            () -> {
              try {
                done.complete(work.call());
              } catch (Exception e) {
                done.completeExceptionally(e);
              }
            });
    await(CompletableFuture.anyOf(done, failure));
  }

  private static void await(CompletableFuture<?> future)
      throws SuiteException, InterruptedException {
    try {
      future.get();
    } catch (ExecutionException | CompletionException e) {
      Throwable cause = e.getCause() instanceof CompletionException c ? c.getCause() : e.getCause();
      switch (cause) {
        case SuiteException said -> throw said;
        case IOException said when said.getMessage() != null ->
            throw new SuiteException(said.getMessage(), said);
        case SdkException said ->
            throw new SuiteException("The object store: " + said.getMessage(), said);
        default -> throw new IllegalStateException(cause);
      }
    }
  }

  /** How to reach the embedded parts. */
  public PartsDescription parts() {
    return parts;
  }

  /** What runs now. */
  public SuiteState state() {
    return new SuiteState(
        ProcessMark.of(ProcessHandle.current()),
        startedAt,
        portOffset,
        up,
        supervisors.stream().map(Supervisor::state).toList());
  }

  private synchronized void writeState() {
    if (closed) {
      return;
    }
    try {
      state().write(folder.state());
    } catch (IOException e) {
      progress.line("Cannot write " + folder.state() + ": " + e.getMessage());
    }
  }

  /** Stops the services, then what they use, and returns when no process is left. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    progress.line("Stopping");
    stopAtOnce(supervisors.stream().filter(Suite::isService).toList());
    stopAtOnce(supervisors.stream().filter(s -> s.runner() instanceof HostedRunner).toList());
    stopAtOnce(supervisors);
    try {
      Files.deleteIfExists(folder.state());
      lock.close();
    } catch (IOException e) {
      progress.line("Cannot clear " + folder.data() + ": " + e.getMessage());
    }
    progress.line("Stopped; the data stays in " + folder.data());
  }

  private static void stopAtOnce(List<Supervisor> some) {
    List<Thread> stops = some.stream().map(s -> Thread.ofPlatform().start(s::stop)).toList();
    try {
      for (Thread stop : stops) {
        stop.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes the plan once the data folder is ours. */
  interface PlanMaker {
    SuitePlan make() throws SuiteException, IOException;
  }
}
