package io.ledgerline.report.pricing.store;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.contracts.usage.PriceClass;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Entry;
import io.ledgerline.report.book.Provenance;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Tariff;
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

  static List<Entry<PriceMatch, Tariff>> all(RowSet<Row> rows) {
    List<Entry<PriceMatch, Tariff>> prices = new ArrayList<>(rows.size());
    rows.forEach(row -> prices.add(read(row)));
    return prices;
  }

  static Tuple values(
      TenantId tenant, Draft<PriceMatch, Tariff> draft, Instant knownSince, Provenance by) {
    PriceMatch match = draft.key();
    Tariff tariff = draft.value();
    return Tuple.tuple()
        .addUUID(UUID.randomUUID())
        .addString(tenant.value())
        .addString(match.provider())
        .addString(match.model().text())
        .addString(match.meter().value())
        .addString(match.priceClass().toString())
        .addString(((FlatRate) tariff.rate()).price().toPlainString())
        .addLong(tariff.unit().per().longValueExact())
        .addString(tariff.currency().getCurrencyCode())
        .addOffsetDateTime(Columns.utc(draft.validity().from()))
        .addOffsetDateTime(Columns.utc(draft.validity().to()))
        .addOffsetDateTime(Columns.utc(knownSince))
        .addString(by.source())
        .addString(by.enteredBy());
  }

  private static Entry<PriceMatch, Tariff> read(Row row) {
    MeterName meter = new MeterName(row.getString("meter"));
    return new Entry<>(
        row.getUUID("id"),
        new PriceMatch(
            row.getString("provider"),
            ModelSelector.alias(row.getString("model")),
            null,
            null,
            meter,
            priceClass(row.getString("price_class"))),
        new Tariff(
            new FlatRate(new BigDecimal(row.getString("rate"))),
            new PriceUnit(
                BigDecimal.valueOf(row.getLong("per")),
                meter.equals(MeterName.IMAGES) ? "image" : "token"),
            Currency.getInstance(row.getString("currency"))),
        new Validity(Columns.instant(row, "valid_from"), Columns.instant(row, "valid_to")),
        Columns.instant(row, "known_since"),
        new Provenance(row.getString("source"), row.getString("entered_by")));
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
