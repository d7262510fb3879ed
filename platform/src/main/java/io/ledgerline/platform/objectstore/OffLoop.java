package io.ledgerline.platform.objectstore;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs blocking calls on virtual threads and comes back to the Vert.x context that asked, if one
 * did.
 */
final class OffLoop implements AutoCloseable {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  <T> Uni<T> call(Object what, Callable<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context caller = Vertx.currentContext();
              Uni<T> result =
                  Uni.createFrom().item(() -> outcome(what, work)).runSubscriptionOn(threads);
              return caller == null
                  ? result
                  : result.emitOn(task -> caller.runOnContext(ignored -> task.run()));
            });
  }

  /** Calls on the current thread, with failures translated. */
  static <T> T outcome(Object what, Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw unchecked(StoreFailures.translate(e, what));
    }
  }

  private static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
