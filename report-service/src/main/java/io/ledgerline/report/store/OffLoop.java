package io.ledgerline.report.store;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.function.Supplier;

/**
 * Computes on a worker thread what would hold up an event loop, and comes back to the Vert.x
 * context that asked, if one did.
 */
public final class OffLoop {
  private OffLoop() {}

  /** The outcome of {@code work}, computed when somebody asks for it. */
  public static <T> Uni<T> compute(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Context home = Vertx.currentContext();
              Uni<T> result =
                  Uni.createFrom()
                      .item(work)
                      .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
              return home == null
                  ? result
                  : result.emitOn(task -> home.runOnContext(ignored -> task.run()));
            });
  }
}
