package io.ledgerline.report.book.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.problem.ErrorCode;
import io.ledgerline.platform.problem.PayloadTooLarge;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.book.Changes;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.DraftFault;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A transaction that has the tenant's book to itself until it ends: what it reads is all there is,
 * and what it adds is learnt after everything that was ever shown.
 */
public final class BookTransaction {
  /** Most drafts that may come together. */
  public static final int MOST_DRAFTS = 100_000;

  private static final int ROWS_AT_ONCE = 10_000;

  private static final String LATER =
      BookRows.SELECT + " WHERE e.tenant = $1 AND e.kind = $2 AND e.known_since > $3";

  private final SqlConnection connection;
  private final TenantId tenant;
  private final RegisterMemory memory;
  private boolean hasAdded;

  private BookTransaction(SqlConnection connection, TenantId tenant, RegisterMemory memory) {
    this.connection = connection;
    this.tenant = tenant;
    this.memory = memory;
  }

  /** Takes the book within a transaction that has begun; waits for others that have it. */
  public static Uni<BookTransaction> within(SqlConnection transaction, TenantId tenant) {
    return within(transaction, tenant, new RegisterMemory());
  }

  static Uni<BookTransaction> within(
      SqlConnection transaction, TenantId tenant, RegisterMemory memory) {
    return BookClock.lockForWriting(transaction, tenant)
        .map(locked -> new BookTransaction(transaction, tenant, memory));
  }

  /** The transaction, for tables beside the book. */
  public SqlConnection connection() {
    return connection;
  }

  /** Whose book it is. */
  public TenantId tenant() {
    return tenant;
  }

  /** An instant after every one that was shown: when what is said beside the book is learnt. */
  public Uni<Instant> later() {
    return BookClock.later(connection, tenant);
  }

  /** All that is known of a kind, what this transaction has added too. */
  public <K, V> Uni<Register<K, V>> register(BookKind<K, V> kind) {
    Register<K, V> kept = memory.recall(tenant, kind);
    Register<K, V> known = kept == null ? new Register<>(Instant.EPOCH, List.of()) : kept;
    return connection
        .preparedQuery(LATER)
        .execute(Tuple.of(tenant.value(), kind.name(), Columns.utc(known.knownAt())))
        .chain(rows -> OffLoop.compute(() -> known.learning(BookRows.read(kind, rows))))
        .invoke(
            register -> {
              // What this transaction has added may yet be taken back with it.
              if (!hasAdded) {
                memory.keep(tenant, kind, register);
              }
            });
  }

  /**
   * Learns drafts: all of them or, if any has a fault, none. Drafts that say what the book says
   * already write nothing.
   *
   * @param by where they come from
   * @param dryRun whether only to find out what they would change
   * @return what they change; fails with {@link RefusedDraftsException}, and with 413 above {@link
   *     #MOST_DRAFTS}
   */
  public <K, V> Uni<Learnt<K, V>> add(
      BookKind<K, V> kind, List<Draft<K, V>> drafts, Provenance by, boolean dryRun) {
    if (drafts.size() > MOST_DRAFTS) {
      return Uni.createFrom()
          .failure(
              new PayloadTooLarge(
                  ErrorCode.TOO_MANY_ENTRIES,
                  "%d entries came together; at most %d may."
                      .formatted(drafts.size(), MOST_DRAFTS)));
    }
    return kind.within(this)
        .chain(
            checking ->
                register(kind)
                    .chain(book -> OffLoop.compute(() -> changes(checking, book, drafts))))
        .chain(
            changes ->
                dryRun || changes.fresh().isEmpty()
                    ? Uni.createFrom().item(new Learnt<>(changes, List.of()))
                    : BookClock.later(connection, tenant)
                        .invoke(() -> hasAdded = true)
                        .map(knownSince -> entries(changes, knownSince, by))
                        .call(entries -> insert(kind, entries))
                        .map(entries -> new Learnt<>(changes, entries)));
  }

  private static <K, V> Changes<K, V> changes(
      BookKind<K, V> kind, Register<K, V> book, List<Draft<K, V>> drafts) {
    refuse(Changes.contradictions(drafts));
    Changes<K, V> changes = Changes.between(book, drafts);
    List<Change<K, V>> fresh = changes.fresh();
    refuse(
        kind.check(book, fresh.stream().map(Change::draft).toList()).stream()
            .map(fault -> fault.at(fresh.get(fault.index()).index()))
            .toList());
    return changes;
  }

  private static void refuse(List<DraftFault> faults) {
    if (!faults.isEmpty()) {
      throw new RefusedDraftsException(faults);
    }
  }

  private static <K, V> List<Entry<K, V>> entries(
      Changes<K, V> changes, Instant knownSince, Provenance by) {
    List<Entry<K, V>> entries = new ArrayList<>();
    for (Change<K, V> change : changes.fresh()) {
      Draft<K, V> draft = change.draft();
      entries.add(
          new Entry<>(
              UUID.randomUUID(), draft.key(), draft.value(), draft.validity(), knownSince, by));
    }
    return entries;
  }

  private <K, V> Uni<Void> insert(BookKind<K, V> kind, List<Entry<K, V>> entries) {
    List<List<Entry<K, V>>> parts = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += ROWS_AT_ONCE) {
      parts.add(entries.subList(from, Math.min(entries.size(), from + ROWS_AT_ONCE)));
    }
    return Multi.createFrom()
        .iterable(parts)
        .onItem()
        .transformToUniAndConcatenate(
            part ->
                OffLoop.compute(() -> BookRows.values(tenant, kind, part))
                    .chain(values -> connection.preparedQuery(BookRows.INSERT).execute(values)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
