package io.ledgerline.notify.delivery.work;

import io.ledgerline.notify.delivery.store.Claim;
import io.ledgerline.platform.messaging.outbox.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Makes each attempt a span of the trace that made the report, on a Vert.x context of its own, so
 * that calls to report-service belong to it and attempts do not mix.
 */
@ApplicationScoped
public class AttemptTrace {
  private final Tracer tracer;
  private final Vertx vertx;

  AttemptTrace(Tracer tracer, Vertx vertx) {
    this.tracer = tracer;
    this.vertx = vertx;
  }

  /** Runs the attempt of a claim within its span. */
  <T> Uni<T> within(Claim claim, Supplier<Uni<T>> attempt) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Span span = spanOf(claim);
              io.vertx.core.Context context =
                  VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
              return Uni.createFrom()
                  .deferred(
                      () -> {
                        QuarkusContextStorage.INSTANCE.attach(context, parentOf(claim).with(span));
                        return attempt.get();
                      })
                  .runSubscriptionOn(task -> context.runOnContext(ignored -> task.run()))
                  .onTermination()
                  .invoke(span::end);
            });
  }

  private Span spanOf(Claim claim) {
    return tracer
        .spanBuilder("deliver " + claim.channel())
        .setParent(parentOf(claim))
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("ledgerline.delivery", claim.shipment().deliveryId().toString())
        .setAttribute("ledgerline.attempt", (long) claim.progress().attempts())
        .startSpan();
  }

  private static Context parentOf(Claim claim) {
    return TraceParent.read(claim.traceparent());
  }
}
