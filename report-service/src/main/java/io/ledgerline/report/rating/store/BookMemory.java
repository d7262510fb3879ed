package io.ledgerline.report.rating.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.rating.RatingBooks;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps the books that were asked for last, as long as there is memory to spare: between two
 * instants at which nothing was learnt they are the same. Blocking; safe for any thread.
 */
@ApplicationScoped
class BookMemory {
  private static final int MOST = 3;

  private static final String LAST_LEARNT =
      """
      SELECT greatest(
        (SELECT max(known_since) FROM book_entry WHERE tenant = $1 AND known_since <= $2),
        (SELECT max(known_since) FROM gauge_weighting WHERE tenant = $1 AND known_since <= $2),
        (SELECT max(created_at) FROM meter WHERE tenant = $1)) AS last""";

  private final Pool database;
  private final Map<Known, SoftReference<RatingBooks>> kept = new LinkedHashMap<>();
  private final ReentrantLock turn = new ReentrantLock();

  BookMemory(Pool database) {
    this.database = database;
  }

  RatingBooks of(TenantId tenant, Instant knownAt, Supplier<RatingBooks> reading) {
    Known known = new Known(tenant, lastLearnt(tenant, knownAt));
    RatingBooks books = recall(known);
    return books == null ? read(known, reading) : books;
  }

  /** One after the other: who asks for the same finds it, and several at once may be too many. */
  private RatingBooks read(Known known, Supplier<RatingBooks> reading) {
    turn.lock();
    try {
      RatingBooks books = recall(known);
      if (books == null) {
        books = reading.get();
        keep(known, books);
      }
      return books;
    } finally {
      turn.unlock();
    }
  }

  private Instant lastLearnt(TenantId tenant, Instant knownAt) {
    Tuple values = Tuple.of(tenant.value(), Columns.utc(knownAt));
    return Columns.instant(
        Awaiting.outcome(database.preparedQuery(LAST_LEARNT).execute(values)).iterator().next(),
        "last");
  }

  private synchronized RatingBooks recall(Known known) {
    SoftReference<RatingBooks> reference = kept.remove(known);
    if (reference == null) {
      return null;
    }
    // To the end, as the one asked for last.
    kept.put(known, reference);
    return reference.get();
  }

  private synchronized void keep(Known known, RatingBooks books) {
    kept.remove(known);
    kept.put(known, new SoftReference<>(books));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  /** A tenant's knowledge; null when nothing was learnt yet. */
  private record Known(TenantId tenant, Instant lastLearnt) {}
}
