package io.ledgerline.report.allocation.store;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.allocation.ProviderCost;
import io.ledgerline.report.allocation.ProviderMonth;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.currency.Currencies;
import java.util.List;

/** Reads what providers charged from a table: a row for each provider, month and currency. */
public final class ProviderCostTable {
  private static final TableColumns COLUMNS =
      new TableColumns(
          List.of("provider", "month", "currency", "total"), List.of("invoice", "withdrawn"));

  private ProviderCostTable() {}

  /** What a table says; a row with {@code withdrawn} takes back and needs no total. */
  public static DraftTable<ProviderMonth, ProviderCost> read(String text) {
    return TableReader.read(text, COLUMNS, ProviderCostTable::draft);
  }

  private static Draft<ProviderMonth, ProviderCost> draft(TableRow row) {
    if (row.text(TableRow.VALID_FROM) != null || row.text(TableRow.VALID_TO) != null) {
      throw new InvalidValueException(
          TableRow.VALID_FROM,
          "unexpected-validity",
          "A provider's cost is for its month; leave 'validFrom' and 'validTo' empty.");
    }
    ProviderMonth key =
        ProviderMonth.of(
            row.required("provider"),
            row.required("month"),
            Currencies.of("currency", row.text("currency")));
    ProviderCost value =
        row.flag("withdrawn") ? null : new ProviderCost(row.decimal("total"), row.text("invoice"));
    return new Draft<>(key, value, key.validity());
  }
}
