package io.ledgerline.report.pricing.imports.table;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.book.csv.CsvText;
import io.ledgerline.report.book.csv.RowFault;
import io.ledgerline.report.book.csv.RowTable;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.imports.ListFault;
import io.ledgerline.report.pricing.imports.PriceList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A price table as a spreadsheet saves it. Columns are found by name, in any order; commas,
 * semicolons or tabs separate them; a byte-order mark and line ends of any kind are taken. Rows
 * with the same key and a {@code rate} with bands make one price, each row a band.
 */
public final class PriceTableFormat {
  /** The format's name in the API. */
  public static final String NAME = "csv";

  /** Most rows that one table may have. */
  public static final int MAX_ROWS = 100_000;

  private final Validity otherwise;
  private final List<Column> known;
  private final Map<RowKey, RowGroup> groups = new LinkedHashMap<>();
  private final List<RowFault> faults = new ArrayList<>();
  private final Map<Integer, Column> columns = new HashMap<>();
  private int rows;

  private PriceTableFormat(Validity otherwise, List<Column> known) {
    this.otherwise = otherwise;
    this.known = known;
  }

  /**
   * Reads a whole table. Faults are collected, not thrown; reading ends at the first row above
   * {@link #MAX_ROWS}.
   *
   * @param text the table
   * @param otherwise when prices apply whose row says nothing of it
   */
  public static PriceList read(String text, Validity otherwise) {
    RowTable<PricedParty> table = new PriceTableFormat(otherwise, Column.OF_LIST).read(text);
    return PriceList.ofRows(
        table.rows(),
        table.items().stream().map(PricedParty::price).toList(),
        table.rowOf(),
        table.faults().stream()
            .map(f -> ListFault.inRow(f.row(), f.column(), f.code(), f.detail()))
            .toList());
  }

  /** The same of contract prices, which name an account, a cost centre or both besides. */
  public static RowTable<PricedParty> readContracts(String text) {
    return new PriceTableFormat(Validity.ALWAYS, Column.OF_CONTRACTS).read(text);
  }

  private RowTable<PricedParty> read(String text) {
    try (CSVParser parser = CsvText.rows(text)) {
      all(parser);
    } catch (CSVException | UncheckedIOException | IllegalStateException e) {
      fault(rows, "", "malformed-csv", "The row is not CSV: a quote is open or out of place.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<PricedParty> prices = prices();
    List<Integer> places = groups.values().stream().map(RowGroup::number).toList();
    return new RowTable<>(rows, prices, places, faults);
  }

  private record PricedUsage(String sourceAccount, String costCentre, PriceMatch match) {}

  private void all(CSVParser parser) {
    boolean headerSeen = false;
    for (CSVRecord line : parser) {
      if (!headerSeen) {
        headerSeen = true;
        if (!header(line)) {
          return;
        }
      } else if (!isBlank(line)) {
        rows++;
        if (rows > MAX_ROWS) {
          faults.clear();
          fault(
              rows,
              "",
              "too-many-rows",
              "A price table has at most " + MAX_ROWS + " rows; import it in parts.");
          return;
        }
        row(line);
      }
    }
    if (rows == 0) {
      fault(0, "", "no-rows", "The table has no prices; it begins with a line of column names.");
    }
  }

  private boolean header(CSVRecord line) {
    for (int i = 0; i < line.size(); i++) {
      String title = line.get(i);
      Column column = Column.named(title, known).orElse(null);
      if (column == null && !title.isBlank()) {
        fault(
            0,
            title.strip(),
            "unknown-column",
            "There is no such column; they are: "
                + String.join(", ", known.stream().map(Column::title).toList())
                + ".");
      } else if (column != null && columns.containsValue(column)) {
        fault(0, column.title(), "duplicate-column", "The column is there twice.");
      } else if (column != null) {
        columns.put(i, column);
      }
    }
    for (Column column : Column.REQUIRED) {
      if (!columns.containsValue(column)) {
        fault(0, column.title(), "missing-column", "The first line names no such column.");
      }
    }
    return faults.isEmpty();
  }

  private static boolean isBlank(CSVRecord line) {
    return line.stream().allMatch(String::isBlank);
  }

  private void row(CSVRecord line) {
    Map<Column, String> cells = new EnumMap<>(Column.class);
    for (int i = 0; i < line.size(); i++) {
      String cell = line.get(i).strip();
      Column column = columns.get(i);
      if (column != null && !cell.isEmpty()) {
        cells.put(column, cell);
      } else if (column == null && !cell.isEmpty()) {
        fault(rows, "", "extra-cell", "Cell " + (i + 1) + " stands under no column name.");
        return;
      }
    }
    Row row = new Row(rows, cells);
    try {
      RowKey key = RowKey.of(row, otherwise);
      RowGroup group = groups.get(key);
      if (group == null) {
        groups.put(key, new RowGroup(key, row));
      } else {
        group.add(row);
      }
    } catch (InvalidValueException e) {
      fault(rows, e.field(), e.code(), e.detail());
    }
  }

  private List<PricedParty> prices() {
    List<PricedParty> prices = new ArrayList<>(groups.size());
    Map<PricedUsage, List<RowGroup>> byMatch = new HashMap<>();
    for (RowGroup group : groups.values()) {
      try {
        RowKey key = group.key();
        prices.add(new PricedParty(key.sourceAccount(), key.costCentre(), group.draft()));
        PricedUsage usage = new PricedUsage(key.sourceAccount(), key.costCentre(), key.match());
        byMatch.computeIfAbsent(usage, first -> new ArrayList<>(1)).add(group);
      } catch (InvalidValueException e) {
        fault(group.number(), e.field(), e.code(), e.detail());
      }
    }
    byMatch.values().forEach(this::refuseOverlaps);
    return prices;
  }

  /** Of two prices of a list for one match at one time, neither would be the later one. */
  private void refuseOverlaps(List<RowGroup> sameMatch) {
    sameMatch.sort(Comparator.comparing(group -> group.key().validity().from()));
    RowGroup before = sameMatch.getFirst();
    for (RowGroup next : sameMatch.subList(1, sameMatch.size())) {
      Instant end = before.key().validity().to();
      if (end == null || next.key().validity().from().isBefore(end)) {
        fault(
            Math.max(before.number(), next.number()),
            Column.VALID_FROM.title(),
            "overlapping-rows",
            "Row "
                + Math.min(before.number(), next.number())
                + " prices the same usage for some of the same time; give one a 'validTo'.");
        return;
      }
      before = next;
    }
  }

  private void fault(int row, String column, String code, String detail) {
    faults.add(new RowFault(row, column, code, detail));
  }
}
