package io.ledgerline.report.currency.store;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.currency.CurrencyPair;
import io.ledgerline.report.currency.ExchangeRate;
import io.ledgerline.report.currency.RateValidity;
import java.util.List;

/** Reads rates from a table. */
public final class ExchangeRateTable {
  private static final TableColumns COLUMNS =
      new TableColumns(List.of("from", "to", "rate"), List.of("day", "month", "withdrawn"));

  private ExchangeRateTable() {}

  /** What a table says; a row with {@code withdrawn} takes back and needs no rate. */
  public static DraftTable<CurrencyPair, ExchangeRate> read(String text) {
    return TableReader.read(text, COLUMNS, ExchangeRateTable::draft);
  }

  private static Draft<CurrencyPair, ExchangeRate> draft(TableRow row) {
    return new Draft<>(
        CurrencyPair.of(row.required("from"), row.required("to")),
        row.flag("withdrawn") ? null : new ExchangeRate(row.decimal("rate")),
        RateValidity.of(
            row.text("day"),
            row.text("month"),
            row.time(TableRow.VALID_FROM),
            row.time(TableRow.VALID_TO)));
  }
}
