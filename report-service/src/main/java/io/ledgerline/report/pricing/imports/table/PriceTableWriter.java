package io.ledgerline.report.pricing.imports.table;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.TableWriter;
import io.ledgerline.report.pricing.Accumulation;
import io.ledgerline.report.pricing.Band;
import io.ledgerline.report.pricing.Bands;
import io.ledgerline.report.pricing.FlatRate;
import io.ledgerline.report.pricing.GraduatedRate;
import io.ledgerline.report.pricing.ModelSelector;
import io.ledgerline.report.pricing.PackageRate;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Rate;
import io.ledgerline.report.pricing.RequestSizeRate;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.VolumeRate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes prices as the table that {@link PriceTableFormat} reads: reading it gives them again. */
public final class PriceTableWriter {
  private final StringBuilder table = new StringBuilder();
  private final List<Column> columns;

  private PriceTableWriter(List<Column> columns) {
    this.columns = columns;
  }

  /** The table of {@code prices}, in their order: RFC 4180 with commas. */
  public static String write(Collection<Draft<PriceMatch, Tariff>> prices) {
    PriceTableWriter writer = new PriceTableWriter(Column.OF_LIST);
    return writer.table(prices.stream().map(PricedParty::ofList).toList());
  }

  /** The same of contract prices, with whose they are. */
  public static String writeContracts(Collection<PricedParty> prices) {
    return new PriceTableWriter(Column.OF_CONTRACTS).table(prices);
  }

  private String table(Collection<PricedParty> prices) {
    Map<Column, String> header = new EnumMap<>(Column.class);
    for (Column column : columns) {
      header.put(column, column.title());
    }
    line(header);
    prices.forEach(this::price);
    return table.toString();
  }

  private void price(PricedParty of) {
    Draft<PriceMatch, Tariff> price = of.price();
    Map<Column, String> cells = key(price);
    cells.put(Column.SOURCE_ACCOUNT, of.sourceAccount());
    cells.put(Column.COST_CENTRE, of.costCentre());
    if (price.isWithdrawal()) {
      cells.put(Column.RATE, Row.name(RateKind.WITHDRAWN));
      line(cells);
      return;
    }
    cells.put(Column.PER, number(price.value().unit().per()));
    cells.put(Column.UNIT, price.value().unit().unit());
    cells.put(Column.CURRENCY, price.value().currency().getCurrencyCode());
    rate(price.value().rate(), cells);
  }

  private void rate(Rate rate, Map<Column, String> cells) {
    switch (rate) {
      case FlatRate flat -> {
        cells.put(Column.RATE, Row.name(RateKind.FLAT));
        cells.put(Column.PRICE, number(flat.price()));
        line(cells);
      }
      case PackageRate blocks -> {
        cells.put(Column.RATE, Row.name(RateKind.PACKAGE));
        cells.put(Column.SIZE, number(blocks.size()));
        cells.put(Column.PRICE, number(blocks.price()));
        over(blocks.over(), cells);
        line(cells);
      }
      case GraduatedRate graduated -> {
        over(graduated.over(), cells);
        bands(RateKind.GRADUATED, graduated.bands(), cells);
      }
      case VolumeRate volume -> {
        over(volume.over(), cells);
        bands(RateKind.VOLUME, volume.bands(), cells);
      }
      case RequestSizeRate bySize -> bands(RateKind.REQUEST_SIZE, bySize.bands(), cells);
    }
  }

  private void bands(RateKind kind, Bands bands, Map<Column, String> cells) {
    cells.put(Column.RATE, Row.name(kind));
    for (Band band : bands.list()) {
      cells.put(Column.FROM, number(band.from()));
      cells.put(Column.TO, number(band.to()));
      cells.put(Column.PRICE, number(band.price()));
      line(cells);
    }
  }

  private static void over(Accumulation over, Map<Column, String> cells) {
    cells.put(Column.OVER, Row.name(over.scope()));
    cells.put(Column.RESET, Row.name(over.reset()));
    cells.put(Column.ZONE, over.zone().getId());
  }

  private static Map<Column, String> key(Draft<PriceMatch, Tariff> price) {
    PriceMatch match = price.key();
    Map<Column, String> cells = new EnumMap<>(Column.class);
    cells.put(Column.PROVIDER, match.provider());
    cells.put(Column.MODEL, match.model().text());
    if (match.model().kind() != ModelSelector.Kind.ANY) {
      cells.put(Column.MODEL_MATCH, Row.name(match.model().kind()));
    }
    cells.put(Column.REGION, match.region());
    cells.put(Column.OPERATION, match.operation());
    cells.put(Column.METER, match.meter().value());
    cells.put(Column.PRICE_CLASS, match.priceClass().toString());
    cells.put(Column.VALID_FROM, time(price.validity().from()));
    cells.put(Column.VALID_TO, time(price.validity().to()));
    return cells;
  }

  private void line(Map<Column, String> cells) {
    for (Column column : columns) {
      if (column != columns.getFirst()) {
        table.append(',');
      }
      String cell = cells.get(column);
      if (cell != null) {
        TableWriter.append(table, cell);
      }
    }
    table.append("\r\n");
  }

  private static String number(BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }

  private static String time(Instant time) {
    return time == null ? null : time.toString();
  }
}
