package io.ledgerline.report.book.store;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads and adds entries of every kind. What is known since when is the word of {@link BookClock},
 * taken under a lock that a mark's readers share: no entry ever appears with an instant that a run
 * has already used as its mark.
 */
@ApplicationScoped
public class BookStore {
  private static final String OF_KIND = BookRows.SELECT + " WHERE e.tenant = $1 AND e.kind = $2";

  private final Pool database;
  private final RegisterMemory memory = new RegisterMemory();

  BookStore(Pool database) {
    this.database = database;
  }

  /**
   * The instant up to which everything known is committed: the mark of a run, for all kinds at
   * once.
   */
  public Uni<Instant> mark(TenantId tenant) {
    return database.withTransaction(
        tx -> BookClock.lockForReading(tx, tenant).chain(() -> BookClock.mark(tx, tenant)));
  }

  /**
   * A mark that somebody wishes for, such as the one of an older run.
   *
   * @param wish null for now
   * @return {@code wish}, once all that was learnt up to then is committed; fails when it lies
   *     ahead, because what will be known then is not known
   */
  public Uni<Instant> mark(TenantId tenant, Instant wish) {
    return mark(tenant)
        .map(
            now -> {
              if (wish != null && wish.isAfter(now)) {
                throw new InvalidValueException(
                    "knownAt", "in-the-future", "'knownAt' lies ahead; what is known is " + now);
              }
              return wish == null ? now : wish;
            });
  }

  /** All of a kind that was known at {@code knownAt}, an instant that {@code mark} gave. */
  public <K, V> Uni<Register<K, V>> register(
      TenantId tenant, BookKind<K, V> kind, Instant knownAt) {
    return database
        .preparedQuery(OF_KIND + " AND e.known_since <= $3")
        .execute(Tuple.of(tenant.value(), kind.name(), Columns.utc(knownAt)))
        .chain(rows -> OffLoop.compute(() -> new Register<>(knownAt, BookRows.read(kind, rows))));
  }

  /** What was known of these keys alone at {@code knownAt}, an instant that {@code mark} gave. */
  public <K, V> Uni<Register<K, V>> about(
      TenantId tenant, BookKind<K, V> kind, Collection<K> keys, Instant knownAt) {
    String[] matches =
        keys.stream().map(key -> MatchKey.of(kind.canonical(key))).toArray(String[]::new);
    return database
        .preparedQuery(OF_KIND + " AND e.known_since <= $3 AND e.match_key = ANY ($4)")
        .execute(
            Tuple.of(tenant.value(), kind.name(), Columns.utc(knownAt)).addArrayOfString(matches))
        .map(rows -> new Register<>(knownAt, BookRows.read(kind, rows)));
  }

  /**
   * What was known at {@code knownAt} of the keys that have one of these values in a part.
   *
   * @param part the name of a part of the key; a constant, for which the kind has an index
   */
  public <K, V> Uni<Register<K, V>> having(
      TenantId tenant,
      BookKind<K, V> kind,
      String part,
      Collection<String> values,
      Instant knownAt) {
    // The kind stands in the statement, so that the index of this kind alone is used.
    String sql =
        BookRows.SELECT
            + " WHERE e.tenant = $1 AND e.known_since <= $2 AND e.kind = '%s' AND e.key ->> '%s' = ANY ($3)"
                .formatted(kind.name(), part);
    return database
        .preparedQuery(sql)
        .execute(
            Tuple.of(tenant.value(), Columns.utc(knownAt))
                .addArrayOfString(values.toArray(String[]::new)))
        .map(rows -> new Register<>(knownAt, BookRows.read(kind, rows)));
  }

  /** Does something in a transaction that has the tenant's book to itself. */
  public <T> Uni<T> writing(TenantId tenant, Function<BookTransaction, Uni<T>> work) {
    return database.withTransaction(
        connection -> BookTransaction.within(connection, tenant, memory).chain(work::apply));
  }

  /**
   * Learns drafts in a transaction of their own; see {@link BookTransaction#add}. Two that add come
   * one after the other.
   */
  public <K, V> Uni<Learnt<K, V>> add(
      TenantId tenant,
      BookKind<K, V> kind,
      List<Draft<K, V>> drafts,
      Provenance by,
      boolean dryRun) {
    return writing(tenant, book -> book.add(kind, drafts, by, dryRun));
  }

  /** One entry; null when the tenant's book has none of this kind. */
  public <K, V> Uni<Entry<K, V>> find(TenantId tenant, BookKind<K, V> kind, UUID id) {
    return find(tenant, kind, id, null);
  }

  /**
   * One entry; null when there is none that is seen.
   *
   * @param cut which are seen; null for all
   */
  public <K, V> Uni<Entry<K, V>> find(TenantId tenant, BookKind<K, V> kind, UUID id, EntryCut cut) {
    Tuple values = Tuple.of(tenant.value(), kind.name(), id);
    String seen = cut == null ? "" : " AND " + cut.condition(values);
    return database
        .preparedQuery(OF_KIND + " AND e.id = $3" + seen)
        .execute(values)
        .map(rows -> BookRows.read(kind, rows).stream().findFirst().orElse(null));
  }

  /**
   * A page of entries by key and age, and one more.
   *
   * @param after where the page before ended, see {@link #cursor}; null for the first page
   */
  public <K, V> Uni<List<Entry<K, V>>> page(
      TenantId tenant, BookKind<K, V> kind, BookQuery query, Cursor after, Limit limit) {
    Tuple values = Tuple.of(tenant.value(), kind.name());
    String conditions = query.conditions(values);
    if (after != null) {
      int n = values.size();
      conditions +=
          " AND (e.match_key, e.known_since, e.id) > ($%d, $%d, $%d)"
              .formatted(n + 1, n + 2, n + 3);
      values.addString(after.text(0)).addOffsetDateTime(Columns.utc(after.instant(1)));
      values.addUUID(id(after));
    }
    values.addInteger(limit.plusOne());
    return database
        .preparedQuery(
            OF_KIND
                + conditions
                + " ORDER BY e.match_key, e.known_since, e.id LIMIT $"
                + values.size())
        .execute(values)
        .map(rows -> BookRows.read(kind, rows));
  }

  /** Where a page that ends with {@code entry} ends. */
  public <K, V> Cursor cursor(BookKind<K, V> kind, Entry<K, V> entry) {
    return Cursor.of(MatchKey.of(kind.canonical(entry.key())), entry.knownSince(), entry.id());
  }

  private static UUID id(Cursor cursor) {
    try {
      return UUID.fromString(cursor.text(2));
    } catch (IllegalArgumentException e) {
      // The cursor of another list.
      return new UUID(0, 0);
    }
  }
}
