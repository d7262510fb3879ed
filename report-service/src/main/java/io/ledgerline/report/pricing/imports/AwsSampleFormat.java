package io.ledgerline.report.pricing.imports;

import io.ledgerline.contracts.InvalidValueException;
import io.ledgerline.contracts.Texts;
import io.ledgerline.report.book.Draft;
import io.ledgerline.report.book.Validity;
import io.ledgerline.report.pricing.PriceMatch;
import io.ledgerline.report.pricing.Tariff;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The price list of the AWS sample: {@code modelName,inputTokenPrice,outputTokenPrice}, US dollars.
 * Rows are matched by name, so their order means nothing; white space around cells is ignored.
 */
public final class AwsSampleFormat {
  /** The format's name in the API. */
  public static final String NAME = "aws-sample";

  /** Most rows that one list may have. */
  public static final int MAX_ROWS = 10_000;

  private static final String MODEL = "modelName";
  private static final String INPUT = "inputTokenPrice";
  private static final String OUTPUT = "outputTokenPrice";
  private static final List<String> HEADER = List.of(MODEL, INPUT, OUTPUT);
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).setIgnoreEmptyLines(true).get();

  private final Validity validity;
  private final List<Draft<PriceMatch, Tariff>> entries = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final List<ListFault> faults = new ArrayList<>();
  private final Map<String, Integer> rowsByModel = new HashMap<>();
  private int rows;

  private AwsSampleFormat(Validity validity) {
    this.validity = validity;
  }

  /**
   * Reads a whole list. Faults are collected, not thrown; reading ends at the first row above
   * {@link #MAX_ROWS}.
   *
   * @param text the list
   * @param validity when its prices apply; the format itself has no dates
   * @throws UncheckedIOException when {@code text} cannot be read
   */
  public static PriceList read(Reader text, Validity validity) {
    AwsSampleFormat reading = new AwsSampleFormat(validity);
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      reading.all(parser);
    } catch (CSVException | UncheckedIOException | IllegalStateException e) {
      reading.fault("", "malformed-csv", "The row is not CSV: a quote is open or out of place.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return PriceList.ofRows(reading.rows, reading.entries, reading.places, reading.faults);
  }

  private void all(CSVParser parser) {
    boolean headerSeen = false;
    for (CSVRecord row : parser) {
      if (!headerSeen) {
        headerSeen = true;
        if (!isHeader(row)) {
          fault("", "missing-header", "The first line is: " + String.join(",", HEADER) + ".");
          return;
        }
        continue;
      }
      rows++;
      if (rows > MAX_ROWS) {
        fault("", "too-many-rows", "A price list has at most " + MAX_ROWS + " rows.");
        return;
      }
      readRow(row);
    }
    if (!headerSeen) {
      fault("", "missing-header", "The list is empty; it starts with " + HEADER + ".");
    } else if (rows == 0) {
      fault("", "no-rows", "The list has a header but no prices.");
    }
  }

  private static boolean isHeader(CSVRecord row) {
    List<String> names = row.stream().map(AwsSampleFormat::clean).toList();
    return names.equals(HEADER);
  }

  private void readRow(CSVRecord row) {
    if (row.size() != HEADER.size()) {
      fault("", "wrong-column-count", "The row has " + row.size() + " columns instead of 3.");
      return;
    }
    try {
      String model = Texts.required(MODEL, clean(row.get(0)), Texts.MAX_NAME);
      BigDecimal input = PriceCell.read(INPUT, row.get(1));
      BigDecimal output = PriceCell.read(OUTPUT, row.get(2));
      Integer earlier = rowsByModel.putIfAbsent(model, rows);
      if (earlier != null) {
        fault(MODEL, "duplicate-model", "Row " + earlier + " already names this model.");
        return;
      }
      List<Draft<PriceMatch, Tariff>> stated =
          new AwsSampleRow(model, input, output).entries(validity);
      entries.addAll(stated);
      stated.forEach(entry -> places.add(rows));
    } catch (InvalidValueException e) {
      fault(HEADER.contains(e.field()) ? e.field() : MODEL, e.code(), e.detail());
    }
  }

  private static String clean(String cell) {
    String stripped = cell.strip();
    return stripped.startsWith("\uFEFF") ? stripped.substring(1) : stripped;
  }

  private void fault(String column, String code, String detail) {
    faults.add(ListFault.inRow(rows, column, code, detail));
  }
}
