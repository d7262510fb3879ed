package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Reads prices out of the book. Keeps the books that were asked for last, as long as there is
 * memory to spare: between two instants at which nothing was learnt they are the same.
 */
@ApplicationScoped
public class PriceStore {
  private static final int MOST = 2;

  private static final String LAST_LEARNT =
      """
      SELECT max(known_since) AS last FROM book_entry
      WHERE tenant = $1 AND kind = ANY ($3) AND known_since <= $2""";

  private static final String[] KINDS = {PriceKind.PRICES.name(), ModelAliasKind.ALIASES.name()};

  private final BookStore book;
  private final Pool database;
  private final Map<Known, SoftReference<PriceBook>> kept = new LinkedHashMap<>();
  private final Map<Known, Uni<PriceBook>> reading = new HashMap<>();

  PriceStore(BookStore book, Pool database) {
    this.book = book;
    this.database = database;
  }

  /** The instant up to which everything known is committed: the mark for a run's price book. */
  public Uni<Instant> mark(TenantId tenant) {
    return book.mark(tenant);
  }

  /**
   * All prices and names of models of a tenant that were known at {@code knownAt}, an instant that
   * a mark gave. What the book itself calls {@link PriceBook#knownAt} may be another instant of the
   * same knowledge.
   */
  public Uni<PriceBook> book(TenantId tenant, Instant knownAt) {
    return lastLearnt(tenant, knownAt).chain(known -> known(known, knownAt));
  }

  /** Whoever asks while a book is being read waits for that one: two of them may be too many. */
  private synchronized Uni<PriceBook> known(Known known, Instant knownAt) {
    PriceBook found = recall(known);
    return found == null
        ? reading.computeIfAbsent(
            known,
            first ->
                read(known.tenant(), knownAt)
                    .invoke(read -> keep(known, read))
                    .onTermination()
                    .invoke(() -> ended(known))
                    .memoize()
                    .indefinitely())
        : Uni.createFrom().item(found);
  }

  private synchronized void ended(Known known) {
    reading.remove(known);
  }

  private Uni<Known> lastLearnt(TenantId tenant, Instant knownAt) {
    return database
        .preparedQuery(LAST_LEARNT)
        .execute(Tuple.of(tenant.value(), Columns.utc(knownAt)).addArrayOfString(KINDS))
        .map(rows -> new Known(tenant, Columns.instant(rows.iterator().next(), "last")));
  }

  private Uni<PriceBook> read(TenantId tenant, Instant knownAt) {
    return Uni.combine()
        .all()
        .unis(
            book.register(tenant, PriceKind.PRICES, knownAt),
            book.register(tenant, ModelAliasKind.ALIASES, knownAt))
        .asTuple()
        .chain(both -> OffLoop.compute(() -> new PriceBook(both.getItem1(), both.getItem2())));
  }

  private synchronized PriceBook recall(Known known) {
    SoftReference<PriceBook> reference = kept.remove(known);
    if (reference == null) {
      return null;
    }
    // To the end, as the one asked for last.
    kept.put(known, reference);
    return reference.get();
  }

  private synchronized void keep(Known known, PriceBook read) {
    kept.remove(known);
    kept.put(known, new SoftReference<>(read));
    if (kept.size() > MOST) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  /** A tenant's knowledge; without an instant when nothing was learnt yet. */
  private record Known(TenantId tenant, Instant lastLearnt) {
    Known {
      Objects.requireNonNull(tenant, "tenant");
    }
  }
}
