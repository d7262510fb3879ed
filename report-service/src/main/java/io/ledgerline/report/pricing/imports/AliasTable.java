package io.ledgerline.report.pricing.imports;

import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.csv.DraftTable;
import io.ledgerline.report.book.csv.TableColumns;
import io.ledgerline.report.book.csv.TableReader;
import io.ledgerline.report.book.csv.TableRow;
import io.ledgerline.report.book.csv.TableWriter;
import io.ledgerline.report.pricing.AliasedModel;
import io.ledgerline.report.pricing.ModelAlias;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the tenant's own names for models, one in a line. A line with {@code withdrawn} takes
 * back, and needs no model.
 */
public final class AliasTable {
  private static final String PROVIDER = "provider";
  private static final String NAME = "name";
  private static final String MODEL = "model";
  private static final String MODEL_PROVIDER = "modelProvider";
  private static final String WITHDRAWN = "withdrawn";

  private static final TableColumns COLUMNS =
      new TableColumns(List.of(NAME, MODEL), List.of(PROVIDER, MODEL_PROVIDER, WITHDRAWN));

  private AliasTable() {}

  /** Reads a whole table. */
  public static DraftTable<ModelAlias, AliasedModel> read(String text) {
    return TableReader.read(text, COLUMNS, AliasTable::draft);
  }

  /** Writes the table that reading gives these again. */
  public static String write(Collection<Draft<ModelAlias, AliasedModel>> aliases) {
    TableWriter table = new TableWriter(List.of(PROVIDER, NAME, MODEL, MODEL_PROVIDER));
    for (Draft<ModelAlias, AliasedModel> alias : aliases) {
      Map<String, String> cells = new HashMap<>();
      cells.put(PROVIDER, alias.key().provider());
      cells.put(NAME, alias.key().name());
      cells.put(MODEL, alias.value().model());
      cells.put(MODEL_PROVIDER, alias.value().provider());
      table.add(cells, alias.validity());
    }
    return table.text();
  }

  private static Draft<ModelAlias, AliasedModel> draft(TableRow row) {
    return new Draft<>(
        new ModelAlias(row.text(PROVIDER), row.required(NAME)),
        row.flag(WITHDRAWN)
            ? null
            : new AliasedModel(row.text(MODEL_PROVIDER), row.required(MODEL)),
        row.validity());
  }
}
