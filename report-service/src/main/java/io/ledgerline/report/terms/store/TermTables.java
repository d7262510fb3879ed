package io.ledgerline.report.terms.store;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.usage.MeterName;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.RowFault;
import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.book.csv.TableWriter;
import io.ledgerline.report.pricing.Tariff;
import io.ledgerline.report.pricing.imports.table.PriceTableFormat;
import io.ledgerline.report.pricing.imports.table.PriceTableWriter;
import io.ledgerline.report.pricing.imports.table.PricedParty;
import io.ledgerline.report.terms.ContractMatch;
import io.ledgerline.report.terms.DiscountPercent;
import io.ledgerline.report.terms.MarkupFactor;
import io.ledgerline.report.terms.TermMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Tables of terms: read as a spreadsheet saves them, and written so that reading them gives the
 * same terms again. A row with {@code withdrawn} takes back and needs no number; an empty cell
 * names nothing.
 */
public final class TermTables {
  private static final String ACCOUNT = "sourceAccount";
  private static final String CENTRE = "costCentre";
  private static final String OPERATION = "operation";
  private static final String PROVIDER = "provider";
  private static final String MODEL = "model";
  private static final String METER = "meter";
  private static final String PERCENT = "percent";
  private static final String FACTOR = "factor";
  private static final String WITHDRAWN = "withdrawn";

  private static final List<String> OF_DISCOUNT =
      List.of(ACCOUNT, CENTRE, PROVIDER, MODEL, METER, PERCENT);
  private static final List<String> OF_MARKUP = List.of(OPERATION, PROVIDER, MODEL, FACTOR);

  private TermTables() {}

  /** The discounts of a table. */
  public static DraftTable<TermMatch, DiscountPercent> discounts(String text) {
    return terms(text, OF_DISCOUNT, PERCENT, row -> new DiscountPercent(row.decimal(PERCENT)));
  }

  /** A table of discounts. */
  public static String ofDiscounts(Collection<Draft<TermMatch, DiscountPercent>> discounts) {
    return table(OF_DISCOUNT, PERCENT, discounts, DiscountPercent::percent);
  }

  /** The markups of a table. */
  public static DraftTable<TermMatch, MarkupFactor> markups(String text) {
    return terms(text, OF_MARKUP, FACTOR, row -> new MarkupFactor(row.decimal(FACTOR)));
  }

  /** A table of markups. */
  public static String ofMarkups(Collection<Draft<TermMatch, MarkupFactor>> markups) {
    return table(OF_MARKUP, FACTOR, markups, MarkupFactor::factor);
  }

  /** The contract prices of a table: that of list prices, with whose they are. */
  public static DraftTable<ContractMatch, Tariff> contractPrices(String text) {
    RowTable<PricedParty> table = PriceTableFormat.readContracts(text);
    List<RowFault> faults = new ArrayList<>(table.faults());
    List<Draft<ContractMatch, Tariff>> drafts = new ArrayList<>();
    List<Integer> rowOf = new ArrayList<>();
    for (int i = 0; i < table.items().size(); i++) {
      PricedParty of = table.items().get(i);
      int row = table.rowOf().get(i);
      try {
        drafts.add(
            new Draft<>(
                new ContractMatch(of.sourceAccount(), of.costCentre(), of.price().key()),
                of.price().value(),
                of.price().validity()));
        rowOf.add(row);
      } catch (InvalidValueException e) {
        faults.add(new RowFault(row, e.field(), e.code(), e.detail()));
      }
    }
    return new DraftTable<>(table.rows(), drafts, rowOf, faults);
  }

  /** A table of contract prices. */
  public static String ofContractPrices(Collection<Draft<ContractMatch, Tariff>> prices) {
    return PriceTableWriter.writeContracts(
        prices.stream()
            .map(
                price ->
                    new PricedParty(
                        price.key().sourceAccount(),
                        price.key().costCentre(),
                        new Draft<>(price.key().match(), price.value(), price.validity())))
            .toList());
  }

  private static <V> DraftTable<TermMatch, V> terms(
      String text, List<String> columns, String number, Function<TableRow, V> value) {
    List<String> optional = new ArrayList<>(columns);
    optional.remove(number);
    optional.add(WITHDRAWN);
    return TableReader.read(
        text,
        new TableColumns(List.of(number), optional),
        row ->
            new Draft<>(match(row), row.flag(WITHDRAWN) ? null : value.apply(row), row.validity()));
  }

  private static TermMatch match(TableRow row) {
    return new TermMatch(
        row.text(ACCOUNT),
        row.text(CENTRE),
        row.text(OPERATION),
        row.text(PROVIDER),
        row.text(MODEL),
        meter(row));
  }

  private static MeterName meter(TableRow row) {
    try {
      return row.text(METER) == null ? null : new MeterName(row.text(METER));
    } catch (InvalidValueException e) {
      throw new InvalidValueException(METER, e.code(), e.detail());
    }
  }

  private static <V> String table(
      List<String> columns,
      String number,
      Collection<Draft<TermMatch, V>> terms,
      Function<V, Object> value) {
    TableWriter table = new TableWriter(columns);
    for (Draft<TermMatch, V> term : terms) {
      TermMatch match = term.key();
      Map<String, Object> cells = new HashMap<>();
      cells.put(ACCOUNT, match.sourceAccount());
      cells.put(CENTRE, match.costCentre());
      cells.put(OPERATION, match.operation());
      cells.put(PROVIDER, match.provider());
      cells.put(MODEL, match.model());
      cells.put(METER, match.meter());
      cells.put(number, value.apply(term.value()));
      table.add(cells, term.validity());
    }
    return table.text();
  }
}
