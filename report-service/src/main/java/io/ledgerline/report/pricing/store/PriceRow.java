package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.Price;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.UnitPrice;
import io.ledgerline.report.pricing.imports.PriceEntry;
import io.ledgerline.report.store.Columns;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A row of table {@code price}. */
final class PriceRow {
  static final String SELECT =
      "SELECT id, provider, model, meter, price_class, rate::text AS rate, per, currency,"
          + " valid_from, valid_to, known_since, source, entered_by FROM price";

  private PriceRow() {}

  static List<Price> all(RowSet<Row> rows) {
    List<Price> prices = new ArrayList<>(rows.size());
    rows.forEach(row -> prices.add(read(row)));
    return prices;
  }

  static Tuple values(TenantId tenant, PriceEntry entry, Instant knownSince, Provenance by) {
    PriceMatch match = entry.match();
    return Tuple.tuple()
        .addUUID(UUID.randomUUID())
        .addString(tenant.value())
        .addString(match.provider())
        .addString(match.model())
        .addString(match.meter().value())
        .addString(match.priceClass().toString())
        .addString(entry.price().rate().toPlainString())
        .addLong(entry.price().per())
        .addString(entry.price().currency().getCurrencyCode())
        .addOffsetDateTime(Columns.utc(entry.validity().from()))
        .addOffsetDateTime(Columns.utc(entry.validity().to()))
        .addOffsetDateTime(Columns.utc(knownSince))
        .addString(by.source())
        .addString(by.enteredBy());
  }

  private static Price read(Row row) {
    return new Price(
        row.getUUID("id"),
        new PriceMatch(
            row.getString("provider"),
            row.getString("model"),
            new MeterName(row.getString("meter")),
            priceClass(row.getString("price_class"))),
        new UnitPrice(
            new BigDecimal(row.getString("rate")),
            row.getLong("per"),
            Currency.getInstance(row.getString("currency"))),
        new Validity(Columns.instant(row, "valid_from"), Columns.instant(row, "valid_to")),
        Columns.instant(row, "known_since"),
        row.getString("source"),
        row.getString("entered_by"));
  }

  /** Reads the canonical form {@code name=value;name=value}. */
  private static PriceClass priceClass(String text) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String entry : text.isEmpty() ? new String[0] : text.split(";")) {
      int at = entry.indexOf('=');
      values.put(entry.substring(0, at), entry.substring(at + 1));
    }
    return PriceClass.of(values);
  }
}
