package io.ledgerline.platform.access;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Map;

/** Where it goes when keys were used last: report-service's table, or the way there. */
public interface KeyUseSink {
  /** Keeps the instants by key prefix, unless a later one is known. */
  Uni<Void> keep(Map<String, Instant> lastUsed);
}
