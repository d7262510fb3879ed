package io.ledgerline.report.attribution.imports;

import io.ledgerline.report.attribution.CostCentre;
import io.ledgerline.report.attribution.CostCentreCode;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.currency.Currencies;
import java.util.List;

/**
 * A table of cost centres, one in a line; parents may stand behind their children. A line with
 * {@code withdrawn} takes back, and needs no more than a code.
 */
public final class CostCentreTable {
  private static final String CODE = "code";
  private static final String NAME = "name";
  private static final String PARENT = "parent";
  private static final String OWNER = "owner";
  private static final String GL_CODE = "glCode";
  private static final String CURRENCY = "billingCurrency";
  private static final String WITHDRAWN = "withdrawn";

  private static final TableColumns COLUMNS =
      new TableColumns(List.of(CODE, NAME, CURRENCY), List.of(PARENT, OWNER, GL_CODE, WITHDRAWN));

  private CostCentreTable() {}

  /** Reads a whole table. */
  public static DraftTable<CostCentreCode, CostCentre> read(String text) {
    return TableReader.read(text, COLUMNS, CostCentreTable::draft);
  }

  private static Draft<CostCentreCode, CostCentre> draft(TableRow row) {
    CostCentreCode code = new CostCentreCode(row.required(CODE));
    return new Draft<>(code, row.flag(WITHDRAWN) ? null : centre(row), row.validity());
  }

  private static CostCentre centre(TableRow row) {
    return new CostCentre(
        row.required(NAME),
        row.text(PARENT),
        row.text(OWNER),
        row.text(GL_CODE),
        Currencies.of(CURRENCY, row.text(CURRENCY)));
  }
}
