package io.ledgerline.platform.messaging.outbox;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a trace through a table, such as the outbox: as the W3C {@code traceparent} text. */
public final class TraceParent {
  private static final String FIELD = "traceparent";

  private static final TextMapGetter<Map<String, String>> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
          return carrier == null ? List.of() : carrier.keySet();
        }

        @Override
        public String get(Map<String, String> carrier, String key) {
          return carrier == null ? null : carrier.get(key);
        }
      };

  private TraceParent() {}

  /** Returns the current trace as text; empty without one. */
  public static String current() {
    Map<String, String> carrier = new ConcurrentHashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    return carrier.getOrDefault(FIELD, "");
  }

  /** Returns the trace of a text; the root for an empty one. */
  public static Context read(String text) {
    return text == null || text.isEmpty()
        ? Context.root()
        : W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), Map.of(FIELD, text), GETTER);
  }
}
