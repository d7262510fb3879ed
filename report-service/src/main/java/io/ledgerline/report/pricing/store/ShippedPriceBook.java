package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.platform.schema.SchemaReady;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.imports.AwsSampleFormat;
import io.ledgerline.report.pricing.imports.PriceList;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives the default tenant the shipped price list, once in the life of the database: whoever
 * changes the book afterwards has the last word.
 */
@ApplicationScoped
public class ShippedPriceBook {
  /** The shipped list, on the class path. */
  public static final String RESOURCE = "/price-lists/aws-sample.csv";

  private static final Logger LOG = Logger.getLogger(ShippedPriceBook.class);
  private static final Provenance SHIPPED =
      new Provenance("shipped: AWS sample price list (model_price.csv)", "ledgerline");
  private static final String NOTE =
      "INSERT INTO done_once (what) VALUES ($1) ON CONFLICT DO NOTHING";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final Pool database;
  private final PriceImport imports;
  private volatile boolean filled;

  ShippedPriceBook(Pool database, PriceImport imports) {
    this.database = database;
    this.imports = imports;
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
            noted ->
                noted.rowCount() == 0
                    ? Uni.createFrom().voidItem()
                    : imports
                        .run(transaction, TenantId.DEFAULT, shipped().entries(), SHIPPED, false)
                        .invoke(c -> LOG.infof("The shipped price list has %d prices", c.size()))
                        .replaceWithVoid());
  }

  private static PriceList shipped() {
    try (InputStream in = ShippedPriceBook.class.getResourceAsStream(RESOURCE);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return AwsSampleFormat.read(text, Validity.ALWAYS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
