package io.ledgerline.report.book.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;

/**
 * When the book of a tenant learnt something. The database's clock tells it, but never an instant
 * at or before one that was given out: what a mark has shown stays as it was shown, even if that
 * clock is set back. All within transactions; the lock is the transaction's.
 */
final class BookClock {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock%s(hashtextextended('book ' || $1, 0))";

  private static final String TICK =
      """
      INSERT INTO book_clock AS c (tenant, last_at) VALUES ($1, clock_timestamp())
      ON CONFLICT (tenant) DO UPDATE
      SET last_at = greatest(c.last_at + %s * interval '1 microsecond', clock_timestamp())
      RETURNING last_at""";

  private BookClock() {}

  /** Keeps writers out; other readers pass. */
  static Uni<Void> lockForReading(SqlConnection transaction, TenantId tenant) {
    return lock(transaction, tenant, "_shared");
  }

  /** Keeps everybody else waiting. */
  static Uni<Void> lockForWriting(SqlConnection transaction, TenantId tenant) {
    return lock(transaction, tenant, "");
  }

  /** Under either lock: an instant at or after every one that was given out. */
  static Uni<Instant> mark(SqlConnection transaction, TenantId tenant) {
    return tick(transaction, tenant, 0);
  }

  /** Under the lock for writing: an instant after every one that was given out. */
  static Uni<Instant> later(SqlConnection transaction, TenantId tenant) {
    return tick(transaction, tenant, 1);
  }

  private static Uni<Void> lock(SqlConnection transaction, TenantId tenant, String mode) {
    return transaction
        .preparedQuery(LOCK.formatted(mode))
        .execute(Tuple.of(tenant.value()))
        .replaceWithVoid();
  }

  private static Uni<Instant> tick(SqlConnection transaction, TenantId tenant, int micros) {
    return transaction
        .preparedQuery(TICK.formatted(micros))
        .execute(Tuple.of(tenant.value()))
        .map(rows -> Columns.instant(rows.iterator().next(), "last_at"));
  }
}
