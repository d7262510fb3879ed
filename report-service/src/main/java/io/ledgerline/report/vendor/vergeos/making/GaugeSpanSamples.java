package io.ledgerline.report.vendor.vergeos.making;

import io.ledgerline.contracts.TenantId;
import io.ledgerline.contracts.usage.Dimensions;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.attribution.AttributionBook;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.attribution.CostCentreTree;
import io.ledgerline.report.attribution.store.AttributionBooks;
import io.ledgerline.report.book.store.BookStore;
import io.ledgerline.report.gauge.Sample;
import io.ledgerline.report.gauge.store.GaugeSamples;
import io.ledgerline.report.store.Awaiting;
import io.ledgerline.report.store.Columns;
import io.ledgerline.report.vendor.vergeos.CapacitySample;
import io.ledgerline.report.vendor.vergeos.Owner;
import io.ledgerline.report.vendor.vergeos.RecordField;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The samples of gauges that are named as the fields of records. */
@ApplicationScoped
class GaugeSpanSamples implements SpanSamples {
  private static final String TENANTS =
      """
      SELECT DISTINCT tenant FROM gauge_sample WHERE at >= $1 AND at < $2
        AND meters && (SELECT array_agg(id) FROM meter_name WHERE name = ANY($3))
      ORDER BY tenant""";
  private static final Map<String, RecordField> FIELDS =
      RecordField.MEASURED.stream()
          .collect(Collectors.toMap(RecordField::wire, Function.identity()));

  private final GaugeSamples gauges;
  private final BookStore books;
  private final AttributionBooks attribution;
  private final Pool database;

  GaugeSpanSamples(
      GaugeSamples gauges, BookStore books, AttributionBooks attribution, Pool database) {
    this.gauges = gauges;
    this.books = books;
    this.attribution = attribution;
    this.database = database;
  }

  @Override
  public void read(TenantId tenant, Instant from, Instant to, Consumer<CapacitySample> taker) {
    Owners owners = owners(tenant, to);
    gauges.read(
        tenant,
        from,
        to,
        null,
        sample -> {
          Map<RecordField, BigDecimal> values = values(sample);
          if (!sample.ended() && !values.isEmpty()) {
            taker.accept(
                new CapacitySample(
                    name(sample.source(), sample.resource()),
                    owners.of(sample.dimensions(), sample.at()),
                    values));
          }
        });
  }

  private static Map<RecordField, BigDecimal> values(Sample sample) {
    Map<RecordField, BigDecimal> values = new EnumMap<>(RecordField.class);
    for (Map.Entry<MeterName, BigDecimal> each : sample.quantities().entrySet()) {
      RecordField field = FIELDS.get(each.getKey().value());
      if (field != null) {
        values.put(field, each.getValue());
      }
    }
    return values;
  }

  @Override
  public List<CapacitySample> at(TenantId tenant, Instant instant) {
    List<CapacitySample> standing = new ArrayList<>();
    Owners owners = owners(tenant, instant);
    gauges
        .levels(tenant, instant.minus(1, ChronoUnit.MICROS), null)
        .forEach(
            (series, level) -> {
              RecordField field = FIELDS.get(series.meter().value());
              if (field != null) {
                standing.add(
                    new CapacitySample(
                        name(series.source(), series.resource()),
                        owners.of(level.dimensions(), level.at()),
                        Map.of(field, level.quantity())));
              }
            });
    return standing;
  }

  /** As is known now; records made before stay as they are. */
  private Owners owners(TenantId tenant, Instant treeAt) {
    Instant knownAt = Awaiting.outcome(books.mark(tenant));
    return new Owners(
        Awaiting.outcome(attribution.book(tenant, knownAt)),
        Awaiting.outcome(attribution.tree(tenant, knownAt, treeAt)));
  }

  /** Who pays, and who is above: the tree is that of the span's end. */
  private record Owners(AttributionBook book, CostCentreTree tree) {
    Owner of(Dimensions dimensions, Instant time) {
      CostCentreCode payer = new CostCentreCode(book.payer(dimensions, time).costCentre());
      return new Owner(
          dimensions.sourceAccount(), tree.path(payer).stream().map(CostCentreCode::code).toList());
    }
  }

  /** Neither part has a line feed. */
  private static String name(String source, String resource) {
    return source + "\n" + resource;
  }

  @Override
  public List<TenantId> tenants(Instant from, Instant to) {
    Tuple values =
        Tuple.of(Columns.utc(from), Columns.utc(to), FIELDS.keySet().toArray(String[]::new));
    return Awaiting.outcome(
        database
            .preparedQuery(TENANTS)
            .execute(values)
            .map(
                rows -> {
                  List<TenantId> tenants = new ArrayList<>();
                  rows.forEach(row -> tenants.add(new TenantId(row.getString("tenant"))));
                  return tenants;
                }));
  }
}
