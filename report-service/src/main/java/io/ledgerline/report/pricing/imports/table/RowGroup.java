package io.ledgerline.report.pricing.imports.table;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.PriceUnit;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/** The rows of one price: a single one, or a band each. */
final class RowGroup {
  /** Cells that speak of the price as a whole: said once, or alike. */
  private static final List<Column> SHARED =
      List.of(
          Column.RATE,
          Column.SIZE,
          Column.PER,
          Column.UNIT,
          Column.CURRENCY,
          Column.OVER,
          Column.RESET,
          Column.ZONE);

  private final RowKey key;
  private final List<Row> rows = new ArrayList<>(1);

  RowGroup(RowKey key, Row first) {
    this.key = key;
    rows.add(first);
  }

  RowKey key() {
    return key;
  }

  /** Where the group begins; faults of the whole are told there. */
  int number() {
    return rows.getFirst().number();
  }

  /** Adds a band. */
  void add(Row row) {
    Row first = rows.getFirst();
    if (!kind(first).hasBands()) {
      throw Row.fault(
          Column.METER,
          "duplicate-price",
          "Row "
              + first.number()
              + " already prices this; rows of one price are bands: give them a 'rate' of"
              + " graduated, volume or request-size.");
    }
    for (Column column : SHARED) {
      if (row.has(column) && !row.text(column).equals(first.text(column))) {
        throw Row.fault(
            column,
            "contradicting-rows",
            "Row " + first.number() + " of the same price says otherwise; leave the cell blank.");
      }
    }
    rows.add(row);
  }

  Draft<PriceMatch, Tariff> draft() {
    Row first = rows.getFirst();
    return new Draft<>(
        key.match(), kind(first) == RateKind.WITHDRAWN ? null : tariff(first), key.validity());
  }

  private Tariff tariff(Row first) {
    return new Tariff(
        rate(first),
        new PriceUnit(
            first.number(Column.PER),
            first.required(Column.UNIT, "the unit of the meter, such as token")),
        currency(first));
  }

  private Rate rate(Row first) {
    return switch (kind(first)) {
      case FLAT -> new FlatRate(price(first));
      case PACKAGE -> new PackageRate(first.number(Column.SIZE), price(first), accumulation(first));
      case GRADUATED -> new GraduatedRate(bands(), accumulation(first));
      case VOLUME -> new VolumeRate(bands(), accumulation(first));
      case REQUEST_SIZE -> new RequestSizeRate(bands());
      case WITHDRAWN -> throw new IllegalStateException("has no rate");
    };
  }

  /** What the row says; flat when it says nothing. A column that another kind needs is a fault. */
  private static RateKind kind(Row row) {
    RateKind kind = row.choice(Column.RATE, RateKind.class, RateKind.FLAT);
    refuse(row, Column.FROM, kind.hasBands(), "a 'rate' of graduated, volume or request-size");
    refuse(row, Column.TO, kind.hasBands(), "a 'rate' of graduated, volume or request-size");
    refuse(row, Column.SIZE, kind == RateKind.PACKAGE, "the 'rate' package");
    boolean adds =
        kind == RateKind.PACKAGE || kind == RateKind.GRADUATED || kind == RateKind.VOLUME;
    refuse(row, Column.OVER, adds, "a 'rate' of package, graduated or volume");
    refuse(row, Column.RESET, adds, "a 'rate' of package, graduated or volume");
    refuse(row, Column.ZONE, adds, "a 'rate' of package, graduated or volume");
    return kind;
  }

  private static void refuse(Row row, Column column, boolean isMeant, String needs) {
    if (row.has(column) && !isMeant) {
      throw Row.fault(
          column, "unexpected-cell", "Only " + needs + " has this; leave the cell blank.");
    }
  }

  private static BigDecimal price(Row row) {
    row.required(Column.PRICE, "the price, 0 for free");
    return row.number(Column.PRICE);
  }

  private Bands bands() {
    try {
      return new Bands(
          rows.stream()
              .map(row -> new Band(row.number(Column.FROM), row.number(Column.TO), price(row)))
              .sorted(Comparator.comparing(Band::from))
              .toList());
    } catch (InvalidValueException e) {
      throw e.field().equals("bands") ? Row.fault(Column.FROM, e.code(), e.detail()) : e;
    }
  }

  private static Accumulation accumulation(Row row) {
    row.required(Column.OVER, "what is added up: tenant, cost-centre, source-account …");
    row.required(Column.RESET, "when the sum starts anew: day, month, quarter or year");
    return new Accumulation(
        row.choice(Column.OVER, Accumulation.Scope.class, null),
        row.choice(Column.RESET, Accumulation.Reset.class, null),
        zone(row));
  }

  private static ZoneId zone(Row row) {
    try {
      return row.has(Column.ZONE) ? ZoneId.of(row.text(Column.ZONE)) : ZoneOffset.UTC;
    } catch (DateTimeException e) {
      throw Row.fault(Column.ZONE, "unknown-zone", "Write a time zone such as Europe/Berlin.");
    }
  }

  private static Currency currency(Row row) {
    try {
      return Currency.getInstance(row.required(Column.CURRENCY, "an ISO 4217 code such as USD"));
    } catch (IllegalArgumentException e) {
      if (e instanceof InvalidValueException fault) {
        throw fault;
      }
      throw Row.fault(Column.CURRENCY, "unknown-currency", "Write an ISO 4217 code such as USD.");
    }
  }
}
