package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.page.Cursor;
import io.ledgerline.platform.page.Limit;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Register;
import io.ledgerline.report.pricing.PriceBook;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.store.Columns;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Reads and adds prices. What is known since when is the database clock's word, taken under a lock
 * that readers of a whole book share: no price ever appears with an instant that a run has already
 * used as its mark.
 */
@ApplicationScoped
public class PriceStore {
  private static final String LOCK =
      "SELECT pg_advisory_xact_lock%s(hashtextextended('price book ' || $1, 0))";
  private static final String NOW = "SELECT clock_timestamp() AS now";

  private static final String ADD =
      "INSERT INTO price (id, tenant, provider, model, meter, price_class, rate, per, currency,"
          + " valid_from, valid_to, known_since, source, entered_by)"
          + " VALUES ($1, $2, $3, $4, $5, $6, $7::text::numeric, $8, $9, $10, $11, $12, $13, $14)";

  private final Pool database;

  PriceStore(Pool database) {
    this.database = database;
  }

  /** The instant up to which everything known is committed: the mark for a run's price book. */
  public Uni<Instant> mark(TenantId tenant) {
    return database.withTransaction(tx -> lock(tx, tenant, "_shared").chain(() -> now(tx)));
  }

  /** All prices of a tenant that were known at {@code knownAt}. */
  public Uni<PriceBook> book(TenantId tenant, Instant knownAt) {
    return database
        .preparedQuery(PriceRow.SELECT + " WHERE tenant = $1 AND known_since <= $2")
        .execute(Tuple.of(tenant.value(), Columns.utc(knownAt)))
        .map(rows -> new PriceBook(new Register<>(knownAt, PriceRow.all(rows))));
  }

  /**
   * A page of the book's rows, by model, meter and age.
   *
   * @param model null for all
   * @param after the last row of the page before; null for the first page
   */
  public Uni<List<Entry<PriceMatch, Tariff>>> list(
      TenantId tenant, String model, Cursor after, Limit limit) {
    Tuple values =
        Tuple.tuple()
            .addString(tenant.value())
            .addString(model)
            .addInteger(limit.plusOne())
            .addString(after == null ? null : after.text(0))
            .addString(after == null ? null : after.text(1))
            .addOffsetDateTime(after == null ? null : Columns.utc(after.instant(2)))
            .addUUID(after == null ? null : id(after));
    return database
        .preparedQuery(
            PriceRow.SELECT
                + " WHERE tenant = $1 AND ($2::text IS NULL OR model = $2) AND ($4::text IS NULL"
                + " OR (model, meter, known_since, id) > ($4, $5, $6, $7))"
                + " ORDER BY model, meter, known_since, id LIMIT $3")
        .execute(values)
        .map(PriceRow::all);
  }

  /** Within a transaction: keeps other importers of the tenant waiting until it ends. */
  Uni<Void> lockForImport(SqlConnection transaction, TenantId tenant) {
    return lock(transaction, tenant, "");
  }

  /** Within a transaction: every row of the tenant's book. */
  Uni<List<Entry<PriceMatch, Tariff>>> all(SqlConnection transaction, TenantId tenant) {
    return transaction
        .preparedQuery(PriceRow.SELECT + " WHERE tenant = $1")
        .execute(Tuple.of(tenant.value()))
        .map(PriceRow::all);
  }

  /** Within a transaction that holds the lock: adds rows that are known from now on. */
  Uni<Void> add(
      SqlConnection transaction,
      TenantId tenant,
      List<Draft<PriceMatch, Tariff>> entries,
      Provenance by) {
    if (entries.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return now(transaction)
        .chain(
            knownSince ->
                transaction
                    .preparedQuery(ADD)
                    .executeBatch(
                        entries.stream()
                            .map(entry -> PriceRow.values(tenant, entry, knownSince, by))
                            .toList()))
        .replaceWithVoid();
  }

  private static Uni<Void> lock(SqlConnection transaction, TenantId tenant, String mode) {
    return transaction
        .preparedQuery(LOCK.formatted(mode))
        .execute(Tuple.of(tenant.value()))
        .replaceWithVoid();
  }

  private static Uni<Instant> now(SqlClient client) {
    return client.query(NOW).execute().map(r -> Columns.instant(r.iterator().next(), "now"));
  }

  private static UUID id(Cursor cursor) {
    try {
      return UUID.fromString(cursor.text(3));
    } catch (IllegalArgumentException e) {
      // The cursor of another list.
      return new UUID(0, 0);
    }
  }
}
