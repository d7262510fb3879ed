package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.schema.SchemaReady;
import io.ledgerline.report.book.Change;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.store.BookTransaction;
import io.ledgerline.report.store.OffLoop;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives the default tenant the shipped price lists, once in the life of the database: whoever
 * changes the book afterwards has the last word.
 */
@ApplicationScoped
public class ShippedPriceBook {
  private static final Logger LOG = Logger.getLogger(ShippedPriceBook.class);
  private static final String ENTERED_BY = "ledgerline";
  private static final String NOTE =
      "INSERT INTO done_once (what) VALUES ($1) ON CONFLICT DO NOTHING";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Pool database;
  private volatile boolean filled;

  ShippedPriceBook(Pool database) {
    this.database = database;
  }

  /** Whether the book is known to be filled; runs wait for it. */
  public boolean isFilled() {
    return filled;
  }

  void fill(@Observes SchemaReady ignored) {
    Uni.createFrom()
        .deferred(() -> database.withTransaction(this::fillOnce))
        .onFailure()
        .invoke(e -> LOG.warnf("The shipped price list waits to be stored: %s", e))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .subscribe()
        .with(done -> filled = true, e -> LOG.error("The shipped price list was not stored", e));
  }

  private Uni<Void> fillOnce(SqlConnection transaction) {
    return transaction
        .preparedQuery(NOTE)
        .execute(Tuple.of("shipped price book"))
        .chain(
            noted -> noted.rowCount() == 0 ? Uni.createFrom().voidItem() : learnAll(transaction));
  }

  private static Uni<Void> learnAll(SqlConnection transaction) {
    return OffLoop.compute(ShippedLists::all)
        .chain(
            lists ->
                BookTransaction.within(transaction, TenantId.DEFAULT)
                    .chain(
                        book ->
                            Multi.createFrom()
                                .iterable(lists)
                                .onItem()
                                .transformToUniAndConcatenate(shipped -> learn(book, shipped))
                                .collect()
                                .last()))
        .replaceWithVoid();
  }

  private static Uni<Void> learn(BookTransaction book, ShippedLists.Shipped shipped) {
    return book.add(
            PriceKind.PRICES,
            shipped.list().entries(),
            new Provenance("shipped: " + shipped.source(), ENTERED_BY),
            false)
        .invoke(
            learnt ->
                LOG.infof(
                    "%s: %d prices, %d of them in place of others",
                    shipped.source(),
                    learnt.entries().size(),
                    learnt.changes().count(Change.Kind.CHANGED)))
        .replaceWithVoid();
  }
}
