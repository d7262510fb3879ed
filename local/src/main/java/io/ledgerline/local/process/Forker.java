package io.ledgerline.local.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Starts child processes from one thread that lives as long as this process.
 *
 * <p>Linux sends a child its parent-death signal when the <em>thread</em> that forked it ends, not
 * the process; forked from a short-lived thread, a database would be stopped for no reason.
 */
public final class Forker {
  private static final ExecutorService THREAD =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("forker").factory());

  private Forker() {}

  /**
   * Starts the process.
   *
   * @throws IOException when the command cannot be started
   */
  public static Process start(ProcessBuilder builder) throws IOException {
    Future<Process> started = THREAD.submit(builder::start);
    try {
      return started.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while starting " + builder.command().getFirst(), e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }
}
