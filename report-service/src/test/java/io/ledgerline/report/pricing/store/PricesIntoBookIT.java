package io.ledgerline.report.pricing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Prices;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.store.JsonColumns;
import io.ledgerline.report.testing.ReportServiceTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The migration that moves prices into the book, on a database that has some. */
@ReportServiceTest
class PricesIntoBookIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String OLD_ROWS =
      """
      INSERT INTO price (id, tenant, provider, model, meter, price_class, rate, per, currency,
        valid_from, known_since, source, entered_by)
      VALUES
        ('00000000-0000-0000-0000-000000000001', 't', NULL, 'a|b\\c', 'input_tokens', '', 0.00025,
          1000, 'USD', '1970-01-01Z', '2026-01-01Z', 's', 'e'),
        ('00000000-0000-0000-0000-000000000002', 't', 'openai', 'm', 'images',
          'image_quality=a=b;image_size=512', 0.01, 1, 'USD', '1970-01-01Z', '2026-02-01Z', 's', 'e')""";

  @Inject Pool database;

  @Test
  void pricesKeepTheirIdentityAndAgeAndAreFoundByTheSameKeys() {
    List<Row> rows = database.withConnection(this::migrated).await().atMost(PATIENCE);
    assertThat(rows).hasSize(2);
    PriceMatch first =
        PriceMatch.of(
            ModelSelector.alias("a|b\\c"), new MeterName("input_tokens"), PriceClass.NONE);
    expect(rows.get(0), first, Prices.flat("0.00025", 1000), "2026-01-01");
    PriceMatch second =
        new PriceMatch(
            "openai",
            ModelSelector.alias("m"),
            null,
            null,
            MeterName.IMAGES,
            PriceClass.of(Map.of("image_size", "512", "image_quality", "a=b")));
    assertThat(rows.get(1).getString("match_key")).isEqualTo(PriceKind.PRICES.canonical(second));
    assertThat(JsonColumns.read(rows.get(1).getString("key"), PriceMatch.class)).isEqualTo(second);
  }

  private static void expect(Row row, PriceMatch match, Tariff tariff, String learnt) {
    assertThat(row.getUUID("id")).hasToString("00000000-0000-0000-0000-000000000001");
    assertThat(row.getString("match_key")).isEqualTo(PriceKind.PRICES.canonical(match));
    assertThat(JsonColumns.read(row.getString("key"), PriceMatch.class)).isEqualTo(match);
    assertThat(JsonColumns.read(row.getString("value"), Tariff.class)).isEqualTo(tariff);
    assertThat(row.getOffsetDateTime("known_since")).asString().startsWith(learnt);
    assertThat(row.getOffsetDateTime("last_at")).asString().startsWith("2026-02-01");
  }

  /** Everything happens in temporary tables that are never committed. */
  private Uni<List<Row>> migrated(SqlConnection connection) {
    List<String> steps =
        List.of(
            "BEGIN",
            "SET LOCAL search_path TO pg_temp",
            script("V202611210210__prices.sql"),
            OLD_ROWS,
            script("V202611211210__book.sql"),
            script("V202611211250__prices_into_book.sql"));
    Uni<Void> done = Uni.createFrom().voidItem();
    for (String step : steps) {
      done = done.chain(() -> connection.query(step).execute().replaceWithVoid());
    }
    return done.chain(
            () ->
                connection
                    .query(
                        "SELECT e.id, e.match_key, e.known_since, e.key::text AS key,"
                            + " e.value::text AS value, c.last_at"
                            + " FROM book_entry e JOIN book_clock c USING (tenant) ORDER BY id")
                    .execute())
        .map(
            rows -> {
              List<Row> all = new ArrayList<>();
              rows.forEach(all::add);
              return all;
            })
        .eventually(() -> connection.query("ROLLBACK").execute());
  }

  private static String script(String name) {
    try (InputStream in = PricesIntoBookIT.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
